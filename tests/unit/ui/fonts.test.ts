import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Font, openSync } from "fontkit";
import { expect, test } from "vitest";
import { COMMON_CHARACTERS } from "@/lib/fonts/common-characters";
import { CLONE } from "@/lib/platform/services/clone";

/** What a server may send before it hears from the other end (ten packets), less the head of the answer. */
const ONE_ROUND_BYTES = 14_000;
const FACES = [
  { common: "newsreader", whole: "@fontsource/newsreader/files/newsreader-latin-500-normal.woff2" },
  { common: "figtree", whole: "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2" },
];
/** Not a character, though the files name it. */
const NONE = 0xffff;

test.for(FACES)(
  "$common comes with the page in one round trip, with every common character",
  ({ common }) => {
    const path = join(CLONE, "app/_fonts", `${common}-common.woff2`);
    expect(readFileSync(path).length).toBeLessThanOrEqual(ONE_ROUND_BYTES);
    const { characterSet, availableFeatures } = fontAt(path);
    for (const each of COMMON_CHARACTERS) expect(characterSet, each).toContain(each.codePointAt(0));
    expect(availableFeatures).toEqual(expect.arrayContaining(["kern", "tnum"]));
  },
);

test.for(FACES)("what $common leaves out is asked for by exactly the rest of its characters", ({ whole }) => {
  const common = new Set(COMMON_CHARACTERS.map((each) => each.codePointAt(0)));
  const ranges = restRanges();
  expect(ranges).not.toHaveLength(0);
  const inRest = (code: number) => ranges.some(([first, last]) => first <= code && code <= last);
  for (const code of fontAt(join(CLONE, "node_modules", whole)).characterSet)
    if (code !== NONE && code >= 0x20) expect(inRest(code), `U+${code.toString(16)}`).toBe(!common.has(code));
});

/** Of both typefaces, which say the same. */
function restRanges(): readonly (readonly [first: number, last: number])[] {
  const source = readFileSync(join(CLONE, "app/_fonts/fonts.ts"), "utf8");
  const values = [...source.matchAll(/"(U\+[^"]+)"/g)].map(([, value = ""]) => value);
  expect(new Set(values).size).toBe(1);
  return (values[0] ?? "").split(", ").map((range) => {
    const [first = "", last = first] = range.slice("U+".length).split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}

function fontAt(path: string): Font {
  const font = openSync(path);
  if (!("layout" in font)) throw new Error(`${path} is not one font.`);
  return font;
}
