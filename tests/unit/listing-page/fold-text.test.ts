import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "@/app/(portal)/_listing/fold-text";

const anyDescription = fc
  .array(
    fc.oneof(fc.string({ unit: "binary", maxLength: 2_000 }), fc.constantFrom("\n\n", ". ", "🏠", "word ")),
    {
      maxLength: 20,
    },
  )
  .map((parts) => parts.join(""));

const sentence = "The garden is quiet and gets the sun until the evening. ";

test("nothing of a description is lost, whatever is in it", () => {
  fc.assert(
    fc.property(anyDescription, (text) => {
      const { lead, rest } = foldText(text);
      expect([...lead, ...rest].join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
  );
});

test("no character is cut in two", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), (before) => {
      const { lead, rest } = foldText("x".repeat(before) + "🏠".repeat(2_000));
      expect(rest).toHaveLength(1);
      for (const part of [...lead, ...rest]) expect(part).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});

test("a short description is not folded, nor is one of which next to nothing would be left", () => {
  expect(foldText(`${sentence}\n\n${sentence}`)).toEqual({
    lead: [sentence.trim(), sentence.trim()],
    rest: [],
  });
  expect(foldText(sentence.repeat(14)).rest).toEqual([]);
  expect(foldText("").lead).toEqual([]);
});

test("a long one is folded between two paragraphs, or after a sentence of one that is long by itself", () => {
  const paragraph = sentence.repeat(8).trim();
  const folded = foldText([paragraph, paragraph, paragraph, paragraph].join("\n\n"));
  expect(folded).toEqual({ lead: [paragraph, paragraph], rest: [paragraph, paragraph] });
  const { lead, rest } = foldText(sentence.repeat(100));
  expect(lead.join().endsWith("evening.")).toBe(true);
  expect(lead.join().length).toBeLessThanOrEqual(700);
  expect(rest.join().startsWith("The garden")).toBe(true);
});

test("a text without a space is folded all the same", () => {
  const { lead, rest } = foldText("a".repeat(10_000));
  expect(lead.join()).toHaveLength(700);
  expect(rest.join()).toHaveLength(9_300);
});
