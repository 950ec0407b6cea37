import { lighten } from "./color";
import type { Foliage } from "./palette";
import type { Random } from "./random";
import { blob, type Point, path, strokes } from "./svg";

/** A clump of leaves of radius 100 around the origin: dark mass, lit mass, brightest cap, and the cuts of the gouge. */
export function clump(random: Random, tones: Foliage): string {
  const cuts = Array.from({ length: 7 }, (): Point[] => {
    const angle = random.between(Math.PI * 0.2, Math.PI * 1.9);
    const reach = random.between(30, 82);
    const [x, y] = [Math.cos(angle) * reach, Math.sin(angle) * reach];
    return [
      [x, y],
      [x + 10, y + 7],
    ];
  });
  return [
    path(cluster(random, { x: 0, y: 0, r: 100 }, 8), tones.dark),
    path(cluster(random, { x: -10, y: -14, r: 76 }, 6), tones.mid),
    path(cluster(random, { x: -24, y: -36, r: 44 }, 5), tones.light),
    strokes(cuts, lighten(tones.light, 0.04), 3.4, 0.7, "round"),
  ].join("");
}

/** A mass whose edge is broken into lobes. */
function cluster(random: Random, at: { x: number; y: number; r: number }, lobes: number): string {
  const heart = blob(random, { x: at.x, y: at.y, rx: at.r * 0.82, ry: at.r * 0.82 }, 7, 0.1);
  const edge = Array.from({ length: lobes }, (_, i) => {
    const angle = ((i + random.between(-0.3, 0.3)) / lobes) * Math.PI * 2;
    const r = at.r * random.between(0.24, 0.36);
    return blob(
      random,
      {
        x: at.x + Math.cos(angle) * at.r * 0.77,
        y: at.y + Math.sin(angle) * at.r * 0.75,
        rx: r,
        ry: r * 0.85,
      },
      5,
      0.14,
    );
  });
  return heart + edge.join("");
}
