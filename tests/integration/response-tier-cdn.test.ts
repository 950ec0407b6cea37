import { expect, test, vi } from "vitest";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { runtime } from "@/lib/platform/runtime";
import { get } from "@/tests/support/built-portal";
import { gate, page, setUpTier as setUp } from "@/tests/support/response-tier-stage";

test("with a CDN in front an answer says how long it may keep it, and by which tags it is to be found", async () => {
  const listing = ListingId.parse(7);
  const { origin } = await setUp(
    async (_request, response) => {
      await getListing(listing);
      page(response);
    },
    { CDN_MAX_AGE_S: "60" },
  );
  await get(origin, "/about");
  const { headers } = await get(origin, "/about");
  expect(headers["cdn-cache-control"]).toBe("public, max-age=60");
  expect(headers["cache-tag"]).toContain(`listing:${listing}`);
  expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  expect(headers.age).toBeUndefined();
});

test("an answer that a change has overtaken while it was made is for whoever asked before, and for no CDN", async () => {
  const { opened, open } = gate();
  let shown: ListingId | undefined;
  const { origin, id, database, rendered } = await setUp(
    async (_request, response) => {
      const listing = shown === undefined ? null : await getListing(shown);
      await opened;
      page(response, `<body>${listing?.headline}</body>`);
    },
    { CDN_MAX_AGE_S: "60" },
  );
  shown = id;
  const early = get(origin, "/about");
  await vi.waitFor(() => expect(rendered).toHaveLength(1));
  await vi.waitFor(() => expect(runtime().cache.size.entries).toBeGreaterThan(0));
  await database.listing.update({ where: { id }, data: { headline: "Changed since" } });
  open();
  const { status, text, headers } = await early;
  expect([status, text.includes("Changed since")]).toEqual([200, false]);
  expect([headers["cdn-cache-control"], headers["cache-tag"]]).toEqual([undefined, undefined]);
  const late = await get(origin, "/about");
  expect(late.text).toContain("Changed since");
  expect(late.headers["cdn-cache-control"]).toBe("public, max-age=60");
});

test("a CDN may keep an answer no longer than it stays true by itself", async () => {
  const { origin } = await setUp(
    async (_request, response) => {
      const lifetime = { reason: "short", freshForMs: 5_000, staleForMs: 0, usableForMs: 0, jitter: 0 };
      const shape = { name: "short", version: 1, parse: (value: unknown) => value };
      await runtime().cache.read({ key: "short", tags: ["short:1"], lifetime, shape }, async () => 1);
      page(response);
    },
    { CDN_MAX_AGE_S: "60" },
  );
  const { headers } = await get(origin, "/about");
  expect(headers["cdn-cache-control"]).toMatch(/^public, max-age=[1-5]$/);
});
