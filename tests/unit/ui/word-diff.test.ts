import fc from "fast-check";
import { expect, test } from "vitest";
import { wordDiff } from "@/app/_ui/conflict/word-diff";

test("what two texts share is told from what only one of them has", () => {
  const { theirs, mine } = wordDiff("$1,250,000 to $1,350,000", "$1,200,000 to $1,350,000");
  expect(theirs).toEqual([
    { text: "$1,250,000", isShared: false },
    { text: " to $1,350,000", isShared: true },
  ]);
  expect(mine).toEqual([
    { text: "$1,200,000", isShared: false },
    { text: " to $1,350,000", isShared: true },
  ]);
});

test("the parts of each text, joined, are the text; what they share is the same in both, and no longer could be", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "shed", " ", "\n", "  "), { maxLength: 12 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { theirs, mine } = wordDiff(one, other);
      const whole = (parts: typeof mine) => parts.map((part) => part.text).join("");
      const shared = (parts: typeof mine) => whole(parts.filter(({ isShared }) => isShared));
      expect([whole(theirs), whole(mine)]).toEqual([one, other]);
      expect(shared(theirs)).toBe(shared(mine));
      const sharedWords = mine.flatMap(({ text, isShared }) => (isShared ? wordsIn(text) : []));
      expect(sharedWords).toHaveLength(longestShared(wordsIn(one), wordsIn(other)));
    }),
  );
});

test("texts too long to compare are shown as wholly different", () => {
  const long = "word ".repeat(1_000);
  expect(wordDiff(long, `${long}.`).mine).toEqual([{ text: `${long}.`, isShared: false }]);
});

function wordsIn(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? [];
}

/** By trying everything. */
function longestShared(one: readonly string[], other: readonly string[]): number {
  const [first, ...rest] = one;
  if (first === undefined) return 0;
  const without = longestShared(rest, other);
  const at = other.indexOf(first);
  return at < 0 ? without : Math.max(without, 1 + longestShared(rest, other.slice(at + 1)));
}
