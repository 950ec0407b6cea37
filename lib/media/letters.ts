import drawn from "@/lib/media/letters.json";

/** Made by scripts/make-letters.ts: an advance and an outline for each letter, in thousandths of its size. */
const LETTERS: ReadonlyMap<string, string> = new Map(Object.entries(drawn.letters));
const KERNS: ReadonlyMap<string, number> = new Map(Object.entries(drawn.kerns));
const UNITS = 1_000;
const CUT = "…";

export type DrawnText = {
  /** A group of outlines whose baseline begins at 0,0; it takes its colour from around it. */
  readonly svg: string;
  readonly width: number;
};

/**
 * A line of text as outlines, so that a picture needs no font where it is made. What has no letter here is written with the letters that it
 * is made of, or left out; a line longer than `widthMax` ends in an ellipsis. All in pixels.
 */
export function drawText(text: string, { size, widthMax }: { size: number; widthMax: number }): DrawnText {
  const scale = size / UNITS;
  const letters = fitted(drawable(text), widthMax / scale);
  let x = 0;
  let svg = "";
  for (const [at, letter] of letters.entries()) {
    x += kern(letters[at - 1], letter);
    const outline = outlineOf(letter);
    if (outline !== "") svg += `<path transform="translate(${x})" d="${outline}"/>`;
    x += advance(letter);
  }
  return { svg: `<g transform="scale(${scale})">${svg}</g>`, width: x * scale };
}

function drawable(text: string): readonly string[] {
  const known = Array.from(text.replace(/\s/g, " "))
    .flatMap((character) => (LETTERS.has(character) ? [character] : Array.from(character.normalize("NFKD"))))
    .filter((character) => LETTERS.has(character));
  return Array.from(known.join("").replace(/ +/g, " ").trim());
}

function fitted(letters: readonly string[], unitsMax: number): readonly string[] {
  let units = 0;
  let fits = 0;
  const room = unitsMax - advance(CUT);
  for (const [at, letter] of letters.entries()) {
    units += kern(letters[at - 1], letter) + advance(letter);
    if (units <= room) fits = at + 1;
    if (units > unitsMax) return [...letters.slice(0, fits).join("").trimEnd(), CUT];
  }
  return letters;
}

function kern(before: string | undefined, letter: string): number {
  return before === undefined ? 0 : (KERNS.get(before + letter) ?? 0);
}

function advance(letter: string): number {
  return Number.parseInt(LETTERS.get(letter) ?? "0", 10);
}

function outlineOf(letter: string): string {
  const entry = LETTERS.get(letter) ?? "";
  return entry.slice(entry.indexOf(" ") + 1).trim();
}
