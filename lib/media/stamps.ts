import type { Random } from "./random";
import { num } from "./svg";

/** Shapes cut once for a picture and printed many times, which is what keeps a garden small. */
export type Stamps = {
  /** Prints one of the few variants of a shape, stretched from its radius of 100 to the radii given. */
  readonly use: (
    key: string,
    at: { x: number; y: number; rx: number; ry: number },
    cut: (random: Random) => string,
  ) => string;
  /** Prints a shape unchanged, moved by so many pixels from where it was first cut. */
  readonly print: (key: string, move: { x: number; y: number }, cut: () => string) => string;
  /** What the drawing's definitions must hold for the prints to show. */
  readonly definitions: () => string;
};

const VARIANTS = 3;

export function createStamps(random: Random): Stamps {
  const cuts = new Map<string, string>();
  const names = new Map<string, string>();
  return {
    use: (key, at, cut) => {
      const variant = random.int(0, VARIANTS - 1);
      const name = `${key}${variant}`;
      const id = names.get(name) ?? `p${names.size}`;
      names.set(name, id);
      if (!cuts.has(id)) cuts.set(id, cut(random.fork(name)));
      return `<use href="#${id}" transform="matrix(${scale(at.rx)} 0 0 ${scale(at.ry)} ${num(at.x)} ${num(at.y)})"/>`;
    },
    print: (key, move, cut) => {
      let id = names.get(key);
      if (!id) {
        id = `p${names.size}`;
        names.set(key, id);
        cuts.set(id, cut());
      }
      return `<use href="#${id}" x="${num(move.x)}" y="${num(move.y)}"/>`;
    },
    definitions: () => Array.from(cuts, ([id, shape]) => `<g id="${id}">${shape}</g>`).join(""),
  };
}

function scale(radius: number): number {
  return Math.round(radius * 10) / 1000;
}
