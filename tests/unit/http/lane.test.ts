import { expect, test } from "vitest";
import { laneOf } from "@/lib/http/lane";

const LANES = [
  ["GET", "/console/listings", "pages"],
  ["GET", "/buy?type=house&beds=2-", "pages"],
  ["POST", "/console", "pages"],
  ["GET", "/api/console/listings", "data"],
  ["HEAD", "/api/listings", "data"],
  ["PATCH", "/api/console/listings/1", "changes"],
  ["DELETE", "/api/account/session", "changes"],
  ["POST", "/api/account/session", "accounts"],
] as const;

test.for(LANES)("%s %s goes with the %s", ([method, url, lane]) => {
  expect(laneOf({ method, url })).toBe(lane);
});

test("files wait for nobody", () => {
  for (const url of ["/_next/static/chunks/a-1.js", "/media/a/640.avif", "/favicon.ico"])
    expect(laneOf({ method: "GET", url })).toBeNull();
});

test("what only looks like a file is a page", () => {
  for (const url of [
    "/_next/image?url=x",
    "/_next/static/../../console",
    "/media/..%2fconsole",
    "/_next/static/%2E%2e/x",
    "http://host/api/listings",
  ])
    expect(laneOf({ method: "GET", url }), url).toBe("pages");
});
