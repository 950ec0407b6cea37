import { expect, test, vi } from "vitest";
import type { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { get } from "@/tests/support/built-portal";
import { gate, page, setUpTier as setUp } from "@/tests/support/response-tier-stage";

test("above the bound of renders who comes is told to come back, and what is held is still answered at once", async () => {
  const { opened, open } = gate();
  const { origin, rendered } = await setUp(
    async (request, response) => {
      if (request.url !== "/about") await opened;
      page(response);
    },
    { RENDERS_MAX: "1" },
  );
  await get(origin, "/about");
  const slow = get(origin, "/");
  await vi.waitFor(() => expect(rendered).toHaveLength(2));
  const refused = await Promise.all(["/buy", "/rent"].map((path) => get(origin, path)));
  expect((await get(origin, "/about")).tier).toBe("memory");
  expect(
    refused.map(({ status, headers }) => [status, headers["retry-after"], headers["cache-control"]]),
  ).toEqual([
    [503, "5", "no-store"],
    [503, "5", "no-store"],
  ]);
  open();
  expect((await slow).status).toBe(200);
});

test("above the bound of renders what has changed is answered as it was, and says so", async () => {
  const { opened, open } = gate();
  let shown: ListingId | undefined;
  const { origin, rendered, database, id } = await setUp(
    async (request, response) => {
      if (request.url !== "/about") await opened;
      const listing = shown === undefined ? null : await getListing(shown);
      page(response, `<html><body>${listing?.headline}</body></html>`);
    },
    { RENDERS_MAX: "1", CACHE_LOAD_SOFT_MS: "100" },
  );
  shown = id;
  const before = await get(origin, "/about");
  expect(before.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  await database.listing.update({ where: { id }, data: { headline: "Another" } });
  const slow = get(origin, "/");
  await vi.waitFor(() => expect(rendered).toHaveLength(2));
  const old = await get(origin, "/about");
  expect([old.status, old.tier, old.headers["cache-control"]]).toEqual([200, "memory", "no-store"]);
  expect(old.headers["cache-status"]).toContain("stale (slow)");
  expect(old.text).not.toContain("Another");
  expect(old.text).toContain("out of date");
  open();
  await slow;
  await vi.waitFor(async () => expect((await get(origin, "/about")).text).toContain("Another"));
});

test("an answer of the API does not wait behind pages that are rendered", async () => {
  const { opened, open } = gate();
  const { origin, rendered } = await setUp(
    async (request, response) => {
      if (request.url === "/") await opened;
      page(response);
    },
    { RENDERS_MAX: "1" },
  );
  const slow = get(origin, "/");
  await vi.waitFor(() => expect(rendered).toHaveLength(1));
  const answered = await get(origin, "/api/listings?channel=buy");
  expect([answered.status, answered.tier]).toEqual([200, "origin"]);
  open();
  expect((await slow).status).toBe(200);
});

test("renders that have all their places keep nobody waiting who is signed in, nor these them", async () => {
  const { opened, open } = gate();
  const { origin, rendered } = await setUp(
    async (request, response) => {
      if (request.url?.includes("held") || request.url === "/") await opened;
      page(response);
    },
    { RENDERS_MAX: "1" },
  );
  const cookie = { cookie: `verandah-session=${"a".repeat(43)}` };
  const render = get(origin, "/");
  await vi.waitFor(() => expect(rendered).toHaveLength(1));
  expect((await get(origin, "/about", cookie)).status).toBe(200);
  const mine = get(origin, "/console/held", cookie);
  await vi.waitFor(() => expect(rendered).toHaveLength(3));
  open();
  await render;
  expect((await mine).status).toBe(200);

  const again = gate();
  const other = await setUp(
    async (request, response) => {
      if (request.url?.includes("held")) await again.opened;
      page(response);
    },
    { RENDERS_MAX: "1" },
  );
  const held = get(other.origin, "/console/held", cookie);
  await vi.waitFor(() => expect(other.rendered).toHaveLength(1));
  expect((await get(other.origin, "/about")).status).toBe(200);
  expect((await get(other.origin, "/console", cookie)).status).toBe(503);
  again.open();
  await held;
});
