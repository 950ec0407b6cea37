import { writeFileSync } from "node:fs";
import { pictureHash } from "@/lib/http/media/picture-hash";
import { pooledDrawings } from "@/lib/media/pooled-drawings";

const FILE = "lib/media/pool.json";

const entries = [...pooledDrawings()].map(([key, draw]) => {
  const { svg, palette, alt } = draw();
  const { sky, wall, ground, accent } = palette;
  return [key, [pictureHash(svg), sky, wall, ground, accent, alt].join(" ")] as const;
});
writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
console.log(`${entries.length} pictures in ${FILE}`);
