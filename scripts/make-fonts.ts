import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { COMMON_CHARACTERS } from "@/lib/fonts/common-characters";

const FONTS = [
  { file: "newsreader", from: "@fontsource/newsreader/files/newsreader-latin-500-normal.woff2" },
  {
    file: "figtree",
    from: "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
    variationAxes: { wght: { min: 400, max: 700, default: 400 } },
  },
];
/** Kerning, ligatures, figures of one width, and marks in their places. */
const FEATURES = ["kern", "liga", "tnum", "ccmp", "mark", "mkmk"];
/** Whose it is, and under which licence: what may not be taken out. */
const NAMES = [0, 13, 14];

for (const { file, from, variationAxes } of FONTS) {
  const made = await subsetFont(
    readFileSync(fileURLToPath(import.meta.resolve(from))),
    COMMON_CHARACTERS.join(""),
    {
      ...{ targetFormat: "woff2", keepFeatures: FEATURES, preserveNameIds: NAMES, noHinting: true },
      ...(variationAxes === undefined ? {} : { variationAxes }),
    },
  );
  writeFileSync(`app/_fonts/${file}-common.woff2`, made);
}
