import type { Random } from "@/prisma/seed/demo/random";

/** Text with holes, "A {size} house in {place}": a hole is filled from the facts of the listing, else from the words. */
export type Sentence = readonly string[];

const HOLE = /\{(\w+)\}/;
/** Coprime to the numbers of sentences that are turned through, so that a turn takes each once. */
const STEP = 5;

/** Sentences from lines of text; odd parts are the names of holes. */
export function compile(lines: string): readonly Sentence[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => line.trim().split(HOLE));
}

export function fill(
  sentence: Sentence,
  facts: Readonly<Record<string, string>>,
  { words, random }: { words: Readonly<Record<string, readonly string[]>>; random: Random },
): string {
  let text = "";
  // A loop, for a million listings fill some ten million sentences.
  for (let index = 0; index < sentence.length; index += 1) {
    const part = sentence[index] ?? "";
    text += index % 2 === 0 ? part : (facts[part] ?? random.pick(words[part] ?? []));
  }
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The n-th turn through the choices. Any ten turns in a row are ten different choices, wherever they begin, given eleven choices or
 * more that five does not divide.
 */
export function turnThrough<T>(choices: readonly T[], n: number): T {
  const rounds = Math.floor(n / choices.length);
  const chosen = choices[(STEP * (n + rounds)) % choices.length];
  if (chosen === undefined) throw new Error("There is nothing to choose from.");
  return chosen;
}

/** With "an" for each "a" before a vowel that is heard. */
export function withArticles(text: string): string {
  return text.replace(/\b([Aa]) (?=[aeio]|un(?!i))(?!one\b)/g, "$1n ");
}
