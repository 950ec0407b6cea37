import { expect, test } from "vitest";
import { compile, fill, turnThrough, withArticles } from "@/prisma/seed/demo/grammar";
import { HOME_HEADLINES, LAND_HEADLINES } from "@/prisma/seed/demo/headlines";
import { HOME_OPENINGS, LAND_OPENINGS } from "@/prisma/seed/demo/openings";
import { mix, Random } from "@/prisma/seed/demo/random";

test("draws are even: each tenth of the range is met by a tenth of them", () => {
  const random = new Random(42);
  const tenths = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw += 1) {
    const tenth = Math.floor(random.share() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test("neighbouring seeds have nothing in common: their first draws are as even as those of one", () => {
  let sum = 0;
  let rises = 0;
  let last = 0;
  for (let seed = 0; seed < 10_000; seed += 1) {
    const share = new Random(7, seed).share();
    sum += share;
    if (share > last) rises += 1;
    last = share;
  }
  expect(sum / 10_000).toBeCloseTo(0.5, 1.7);
  expect(rises / 10_000).toBeCloseTo(0.5, 1.7);
  expect(mix(1, 2)).not.toBe(mix(2, 1));
});

test("weights are kept, and what weighs nothing is never drawn", () => {
  const random = new Random(3);
  const counts = { often: 0, seldom: 0, never: 0 };
  for (let draw = 0; draw < 10_000; draw += 1)
    counts[random.weighted({ often: 3, seldom: 1, never: 0 })] += 1;
  expect(counts.often / 10_000).toBeCloseTo(0.75, 1.7);
  expect(counts.never).toBe(0);
});

test("ten turns in a row are ten different choices, wherever they begin", () => {
  const turned = [HOME_HEADLINES, HOME_OPENINGS, LAND_HEADLINES, LAND_OPENINGS];
  for (const choices of turned) {
    for (let start = 0; start < 200; start += 1) {
      const ten = Array.from({ length: 10 }, (_, turn) => turnThrough(choices, start + turn));
      expect(new Set(ten).size).toBe(10);
    }
  }
});

test("a hole is filled from the facts first, and an article fits what follows it", () => {
  const [sentence = []] = compile("a {thing} and a {other}, a one and a house");
  const words = { thing: ["word"], other: ["orchard"] };
  expect(withArticles(fill(sentence, { thing: "oak" }, { words, random: new Random(1) }))).toBe(
    "An oak and an orchard, a one and a house",
  );
});
