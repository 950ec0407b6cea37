import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Font, openSync } from "fontkit";

const FILE = "lib/media/letters.json";
const FONT = "@fontsource/newsreader/files/newsreader-latin-400-normal.woff2";
const COPYRIGHT =
  "Outlines of Newsreader. Copyright 2020 The Newsreader Project Authors (https://github.com/productiontype/Newsreader), SIL Open Font License 1.1.";

const UNITS = 1_000;
/** Closer or wider than this, in those units, and it is seen. */
const KERN_MIN = 20;
const ASCII = range(0x20, 0x7e);
const CHARACTERS = [...ASCII, ...range(0xa0, 0xff).filter((each) => each !== "\u00ad"), ..."–—‘’“”…•€"];

const opened = openSync(fileURLToPath(import.meta.resolve(FONT)));
if (!("layout" in opened)) throw new Error(`${FONT} is not one font.`);
const font: Font = opened;
const scale = UNITS / font.unitsPerEm;

const letters = CHARACTERS.flatMap((character) => {
  const [glyph] = font.layout(character).glyphs;
  if (glyph === undefined || glyph.id === 0) return [];
  return [
    [
      character,
      `${Math.round(glyph.advanceWidth * scale)} ${whole(glyph.path.scale(scale, -scale).toSVG())}`,
    ] as const,
  ];
});
const kerns = ASCII.flatMap((first) =>
  ASCII.flatMap((second) => {
    const kern = Math.round((advance(first + second) - advance(first) - advance(second)) * scale);
    return Math.abs(kern) < KERN_MIN ? [] : [[first + second, kern] as const];
  }),
);

const made = { copyright: COPYRIGHT, letters: Object.fromEntries(letters), kerns: Object.fromEntries(kerns) };
writeFileSync(FILE, `${JSON.stringify(made, null, 2)}\n`);

function advance(text: string): number {
  return font.layout(text).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
}

/** A thousandth of a letter's height is finer than any picture shows. */
function whole(path: string): string {
  return path.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))));
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
}
