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

test("the parts of each text, joined, are the text; the shared ones are the same in both", () => {
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
      if (one === other) expect(shared(mine)).toBe(one);
    }),
  );
});

test("texts too long to compare are shown as wholly different", () => {
  const long = "word ".repeat(1_000);
  expect(wordDiff(long, `${long}.`).mine).toEqual([{ text: `${long}.`, isShared: false }]);
});
