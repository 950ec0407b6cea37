import { expect, test } from "vitest";
import { answeredFrom } from "@/lib/http/answered-from";

const READ = {
  read: "listing",
  tier: "memory",
  ageMs: 12.4,
  expiresInMs: 9,
  staleCause: null,
  tookMs: 1,
} as const;

test("an answer is logged with its furthest tier, the age of its oldest part, and why it is stale", () => {
  const far = { ...READ, tier: "shared", ageMs: 800 } as const;
  expect(answeredFrom([READ, far, READ])).toEqual({ tier: "shared", ageMs: 800 });
  expect(answeredFrom([READ])).toEqual({ tier: "memory", ageMs: 12 });
  expect(answeredFrom([far, { ...READ, staleCause: "trust" }])).toEqual({
    ...{ tier: "shared", ageMs: 800, stale: "trust" },
  });
});

test("an answer that was stored whole is logged as that", () => {
  expect(answeredFrom([{ ...READ, read: "response" }])).toEqual({ tier: "memory", ageMs: 12, isWhole: true });
});

test("an answer that read nothing says nothing of it", () => {
  expect(answeredFrom([])).toEqual({});
});
