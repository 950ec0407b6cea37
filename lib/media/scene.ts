import { type Camera, createCamera, type Spot } from "./camera";
import type { Color } from "./color";
import type { Colorway } from "./colorways";
import type { Mood } from "./mood";
import { createPalette, type Palette } from "./palette";
import type { Random } from "./random";
import { createStamps, type Stamps } from "./stamps";
import { FRAME, type Point, path, polygon, rect, trace } from "./svg";

/** What every part of a drawing is given: the eye, the light, the colours and the dice. */
export type Scene = {
  readonly random: Random;
  readonly camera: Camera;
  readonly mood: Mood;
  readonly palette: Palette;
  readonly colorway: Colorway;
  readonly stamps: Stamps;
};

export type View = {
  /** Metres that must fit the frame. */
  readonly width: number;
  readonly height: number;
  /** Height of the eye above the ground, metres. */
  readonly eye: number;
  /** Where the vanishing point lies: 0 is the left edge, 1 the right. */
  readonly vanishing: number;
  /** Where the subject stands, in pixels from the top. */
  readonly base: number;
  /** Pixels of sky kept above the subject. */
  readonly headroom?: number;
  /** Largest share of the frame's width that the subject takes. */
  readonly fill?: number;
};

/** A scene whose camera shows the whole of a subject of the given size. */
export function createScene(random: Random, mood: Mood, colorway: Colorway, view: View): Scene {
  const byWidth = (FRAME.width * (view.fill ?? 0.72)) / view.width;
  const byHeight = (view.base - (view.headroom ?? 110)) / view.height;
  const scale = Math.min(byWidth, byHeight);
  return {
    random,
    mood,
    colorway,
    stamps: createStamps(random.fork("stamps")),
    palette: createPalette(random.fork("palette"), mood, colorway),
    camera: createCamera({
      scale,
      base: view.base,
      eye: view.eye,
      distance: 1050 / scale,
      vanishing: view.vanishing * FRAME.width,
    }),
  };
}

/** A flat piece of anything in space, given by its corners in metres. */
export function facet(scene: Scene, spots: readonly Spot[], fill: Color, opacity = 1): string {
  return polygon(spots.map(scene.camera.project), fill, opacity);
}

/** Whether a facet whose corners run anticlockwise when seen from its outside is turned towards us. */
export function isFacing(points: readonly Point[]): boolean {
  let doubled = 0;
  points.forEach(([x, y], i) => {
    const [nx, ny] = points[(i + 1) % points.length] ?? [x, y];
    doubled += x * ny - nx * y;
  });
  return doubled < -0.5;
}

/** An upright rectangle that faces us, in metres; y is its lower edge. */
export function panel(
  scene: Scene,
  z: number,
  box: { x: number; y: number; w: number; h: number },
  fill: Color,
  opacity = 1,
): string {
  const plane = scene.camera.at(z);
  return rect(
    plane.x(box.x),
    plane.y(box.y + box.h),
    box.w * plane.scale,
    box.h * plane.scale,
    fill,
    opacity,
  );
}

/** Several upright rectangles of one plane and one color as a single shape. */
export function panels(
  scene: Scene,
  z: number,
  boxes: readonly { x: number; y: number; w: number; h: number }[],
  fill: Color,
  opacity = 1,
): string {
  const plane = scene.camera.at(z);
  const d = boxes.map(
    ({ x, y, w, h }) =>
      `${trace([
        [plane.x(x), plane.y(y + h)],
        [plane.x(x + w), plane.y(y + h)],
        [plane.x(x + w), plane.y(y)],
        [plane.x(x), plane.y(y)],
      ])}z`,
  );
  return path(d.join(""), fill, opacity);
}
