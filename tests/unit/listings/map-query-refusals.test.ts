import { expect, test } from "vitest";
import { parseMapQuery } from "@/lib/listings/map-query";

const WINDOW = "bounds=151.1,-33.9,151.3,-33.8";

test.each([
  [`zoom=11`, ["bounds"]],
  [WINDOW, ["zoom"]],
  ["", ["bounds", "zoom"]],
  ["zoom=11&bounds=", ["bounds"]],
  [`zoom=&${WINDOW}`, ["zoom"]],
  [`zoom=11&zoom=11&${WINDOW}`, ["zoom"]],
  [`zoom=11&${WINDOW}&${WINDOW}`, ["bounds"]],
  [`zoom=-1&${WINDOW}`, ["zoom"]],
  [`zoom=21&${WINDOW}`, ["zoom"]],
  [`zoom=11.5&${WINDOW}`, ["zoom"]],
  [`zoom=near&${WINDOW}`, ["zoom"]],
  [`zoom=1e1&${WINDOW}`, ["zoom"]],
  ["zoom=11&bounds=151.1,-33.9,151.3", ["bounds"]],
  ["zoom=11&bounds=151.1,-33.9,151.3,-33.8,0", ["bounds"]],
  ["zoom=11&bounds=west,-33.9,151.3,-33.8", ["bounds"]],
  ["zoom=11&bounds=NaN,-33.9,151.3,-33.8", ["bounds"]],
  ["zoom=11&bounds=151.3,-33.9,151.1,-33.8", ["bounds"]],
  ["zoom=11&bounds=151.1,-33.8,151.3,-33.9", ["bounds"]],
  ["zoom=11&bounds=170,-33.9,190,-33.8", ["bounds"]],
  ["zoom=11&bounds=170,-33.9,-170,-33.8", ["bounds"]],
  ["zoom=11&bounds=151.1,-91,151.3,-33.8", ["bounds"]],
  [`zoom=11&${WINDOW}&sort=newest`, ["sort"]],
  [`zoom=11&${WINDOW}&limit=24`, ["limit"]],
  [`zoom=11&${WINDOW}&after=abc`, ["after"]],
  [`zoom=11&${WINDOW}&sort=&limit=&after=`, ["sort", "limit", "after"]],
  [`zoom=11&${WINDOW}&colour=red`, ["colour"]],
  [`zoom=11&${WINDOW}&beds=three`, ["beds"]],
  [`zoom=11&${WINDOW}&price=5-3`, ["price"]],
  [`zoom=11&${WINDOW}&around=5`, ["around"]],
  [`zoom=11&${WINDOW}&channel=sold&open=weekend`, ["open"]],
  [`zoom=high&bounds=1&beds=x&sort=y&colour=z`, ["sort", "colour", "beds", "bounds", "zoom"]],
])("%s is refused for %j, each with a reason", (query, fields) => {
  const parse = parseMapQuery(new URLSearchParams(query));
  if (parse.ok) throw new Error(`${query} was read.`);
  expect(parse.issues.map(({ field }) => field).sort()).toEqual([...fields].sort());
  for (const { reason } of parse.issues) expect(reason).toMatch(/\.$/);
});

test("a question too long to be read is refused as a whole", () => {
  const parse = parseMapQuery(new URLSearchParams(`zoom=11&${WINDOW}&keywords=${"a".repeat(8_000)}`));
  expect(parse).toMatchObject({ ok: false, issues: [{ field: "query" }] });
});

test.each(["sort=newest", "limit=24", "after=abc"])(
  "who asks a map for %s is told that it has no order and no pages",
  (asked) => {
    const parse = parseMapQuery(new URLSearchParams(`zoom=11&${WINDOW}&${asked}`));
    expect(parse).toMatchObject({
      ok: false,
      issues: [{ reason: expect.stringContaining("no order and no pages") }],
    });
  },
);

test("who asks for what there is not is told what there is: bounds and zoom, and nothing of order or pages", () => {
  const parse = parseMapQuery(new URLSearchParams(`zoom=11&${WINDOW}&colour=red`));
  const reason = parse.ok ? "" : parse.issues[0]?.reason;
  expect(reason).toMatch(/channel, region, .*, bounds, zoom\.$/);
  expect(reason).not.toMatch(/sort|limit|after/);
});
