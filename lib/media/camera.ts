import { FRAME, type Point } from "./svg";

export type Spot = readonly [x: number, y: number, z: number];

/** A vertical plane that faces us: metres on it stay in proportion, so a door of 2.1 m is 2.1 m beside any wall. */
export type Plane = {
  readonly x: (metres: number) => number;
  readonly y: (metres: number) => number;
  /** Pixels to a metre. */
  readonly scale: number;
  readonly z: number;
};

/** One-point perspective over metres: x to the right from the middle of the picture, y up from the ground, z away from us. */
export type Camera = {
  readonly horizon: number;
  readonly vanishing: number;
  readonly eye: number;
  /** Pixels to a metre at z = 0. */
  readonly scale: number;
  readonly at: (z: number) => Plane;
  readonly project: (spot: Spot) => Point;
  /** How far away, in metres, the ground is that shows at this height of the picture. */
  readonly depthAt: (y: number) => number;
};

/** `base` is where the ground of z = 0 lies in the picture, in pixels; `distance` from the eye to z = 0 in metres. */
export function createCamera(view: {
  scale: number;
  base: number;
  eye: number;
  distance: number;
  vanishing: number;
}): Camera {
  const { scale, base, eye, distance, vanishing } = view;
  const horizon = base - eye * scale;
  const middle = FRAME.width / 2;
  function at(z: number): Plane {
    const k = distance / Math.max(0.05 * distance, distance + z);
    return {
      x: (m) => vanishing + (m * scale + middle - vanishing) * k,
      y: (m) => horizon - (m - eye) * scale * k,
      scale: scale * k,
      z,
    };
  }
  return {
    horizon,
    vanishing,
    eye,
    scale,
    at,
    project: ([x, y, z]) => {
      const plane = at(z);
      return [plane.x(x), plane.y(y)];
    },
    depthAt: (y) => (distance * eye * scale) / Math.max(1, y - horizon) - distance,
  };
}
