import { expect, test } from "vitest";
import { z } from "zod";
import { parseParameters } from "@/lib/http/parameters";

const SHAPE = {
  q: z.string({ error: "It is missing." }),
  limit: z.string().regex(/^\d+$/, "It must be a number.").transform(Number).default(8),
};

function parse(query: string): unknown {
  return parseParameters(new URLSearchParams(query), SHAPE);
}

test("each parameter is read as its schema says; one that may be left out has its value all the same", () => {
  expect(parse("q=newtown&limit=3")).toEqual({ q: "newtown", limit: 3 });
  expect(parse("q=")).toEqual({ q: "", limit: 8 });
});

test("whatever is unknown, given twice, missing or malformed is named once, all in one refusal", () => {
  const refused: Record<string, readonly string[]> = {
    "": ["q It is missing."],
    "q=a&limit=x": ["limit It must be a number."],
    "q=a&q=b": ["q It is given more than once: give it once."],
    "colour=red&colour=blue&limit=x&limit=y": [
      "colour There is no such parameter; there are q, limit.",
      "limit It is given more than once: give it once.",
      "q It is missing.",
    ],
    [`q=a&${"x".repeat(60)}=1`]: [`${"x".repeat(40)} There is no such parameter; there are q, limit.`],
  };
  for (const [query, issues] of Object.entries(refused)) {
    expect(() => parse(query), query).toThrow(
      expect.objectContaining({
        code: "bad_request",
        issues: issues.map((issue) => ({
          field: issue.slice(0, issue.indexOf(" ")),
          reason: issue.slice(issue.indexOf(" ") + 1),
        })),
      }),
    );
  }
});

test("an address that takes none says so", () => {
  expect(parseParameters(new URLSearchParams(), {})).toEqual({});
  expect(() => parseParameters(new URLSearchParams("colour=red"), {})).toThrow(
    expect.objectContaining({
      issues: [{ field: "colour", reason: "There is no such parameter; this address takes none." }],
    }),
  );
});
