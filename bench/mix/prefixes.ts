import type { MixLocality } from "@/bench/mix/world";
import type { Random } from "@/prisma/seed/demo/random";

/** What people have written when they are answered: the beginning of a name, all of it, it and its state, or it misspelt. */
const KINDS = { beginning: 70, whole: 12, withRegion: 8, misspelt: 10 } as const;
/** So many letters of a name; longer ones come as they type on. */
const LETTERS = { 2: 15, 3: 30, 4: 25, 5: 15, 6: 10, 8: 5 } as const;
const CAPITALS = 0.3;
const MISSPELT_LENGTH_MIN = 5;

/** What is in the search box while somebody writes the name of this place. */
export function drawPrefix({ name, region }: MixLocality, random: Random): string {
  const text = textOf(name, region, random);
  return random.chance(CAPITALS) ? text : text.toLowerCase();
}

function textOf(name: string, region: string, random: Random): string {
  const kind = random.weighted(KINDS);
  if (kind === "withRegion") return `${name} ${region}`;
  if (kind === "misspelt" && name.length >= MISSPELT_LENGTH_MIN) return misspelt(name, random);
  return kind === "beginning" ? name.slice(0, Number(random.weighted(LETTERS))).trim() : name;
}

/** Two letters in the wrong order, one left out or one twice, but the first: as people do it. */
function misspelt(name: string, random: Random): string {
  const at = random.whole(1, name.length - 2);
  const [before, letter, next, after] = [
    name.slice(0, at),
    name.charAt(at),
    name.charAt(at + 1),
    name.slice(at + 2),
  ];
  const wrong = random.pick([`${next}${letter}`, next, `${letter}${letter}${next}`]);
  return `${before}${wrong}${after}`;
}
