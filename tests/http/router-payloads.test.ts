import { afterAll, beforeAll, expect, test } from "vitest";
import { readRscRequest } from "@/lib/http/rsc-request";
import { get, startBuiltPortals } from "@/tests/support/built-portal";

let portals: Awaited<ReturnType<typeof startBuiltPortals>>;
let here: string;
beforeAll(async () => {
  portals = await startBuiltPortals(1);
  [here = ""] = portals.origins;
});
afterAll(() => portals.stop());

test("two people who come to a page from the same place share its payload", async () => {
  const tree = encodeURIComponent(
    JSON.stringify([
      "",
      { children: ["(portal)", { children: ["__PAGE__", {}, null, null, 0] }, null, null, 0] },
      null,
      null,
      16,
    ]),
  );
  const sent = { rsc: "1", "next-router-state-tree": tree, "next-url": "/" };
  const check = readRscRequest(sent)?.sentCheck;
  const first = await get(here, `/sold/nsw/ashby?_rsc=${check}`, sent);
  const second = await get(here, `/sold/nsw/ashby?utm_source=x&_rsc=${check}`, {
    ...sent,
    "user-agent": "another",
  });
  expect([first.status, first.headers["content-type"]]).toEqual([200, "text/x-component"]);
  expect([first.tier, second.tier]).toEqual(["origin", "memory"]);
  expect(second.body.equals(first.body)).toBe(true);
});

test("the router's payloads are stored under its headers, and what it does not say itself goes past the store", async () => {
  const bare = await get(here, "/buy/nsw?_rsc=", { rsc: "1" });
  const again = await get(here, "/buy/nsw?_rsc=", { rsc: "1" });
  expect([bare.status, bare.headers["content-type"], again.tier]).toEqual([
    200,
    "text/x-component",
    "memory",
  ]);
  expect((await get(here, "/buy/nsw")).headers["content-type"]).toContain("text/html");
  for (const [path, headers] of [
    ["/buy/nsw?_rsc=wrong", { rsc: "1" }],
    ["/buy/nsw", { rsc: "1" }],
    ["/buy/nsw?_rsc=", { rsc: "2" }],
    ["/buy/nsw?_rsc=", { rsc: "1", "next-url": "/about" }],
    ["/buy/nsw?_rsc=", { "next-router-prefetch": "1" }],
  ] as const)
    expect((await get(here, path, headers)).tier, JSON.stringify([path, headers])).toBeUndefined();
});
