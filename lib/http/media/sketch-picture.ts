import { pooled } from "@/lib/media/media";
import { pooledDrawings } from "@/lib/media/pooled-drawings";

const KEPT_MAX = 24;

/**
 * The drawing of a key, for answers that no file can be had for. Drawing costs this thread 4 to 30 ms, so it is done at most once in
 * `everyMs`; in between, a sheet in the picture's colours stands in.
 */
export function createSketches({ now, everyMs = 150 }: { now: () => number; everyMs?: number }) {
  const drawings = pooledDrawings();
  const kept = new Map<string, string>();
  let nextAt = Number.NEGATIVE_INFINITY;
  return (key: string): string => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const draw = drawings.get(key);
    if (!draw || now() < nextAt) return sheet(key);
    nextAt = now() + everyMs;
    const { svg } = draw();
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= KEPT_MAX) kept.delete(oldest);
    kept.set(key, svg);
    return svg;
  };
}

function sheet(key: string): string {
  const { sky, ground } = pooled(key)?.palette ?? { sky: "#ddd", ground: "#bbb" };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><path fill="${sky}" d="M0 0h1200v800H0z"/><path fill="${ground}" d="M0 560h1200v240H0z"/></svg>`;
}
