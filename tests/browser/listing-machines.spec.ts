import { type APIRequestContext, expect } from "@playwright/test";
import { listingPath } from "@/lib/listings/listing-path";
import { query } from "./console-people";
import { firstListing, test } from "./portal";

/** What a page says of itself to machines. */
async function read(request: APIRequestContext, path: string) {
  const html = await (await request.get(path)).text();
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  const things = scripts.map(([, text = ""]) => JSON.parse(text));
  const meta = (name: string) =>
    new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? null;
  return { html, things, meta };
}

test("a listing's page says what it is about to machines: the home, its offer, and the way to it", async ({
  request,
}) => {
  const listing = await firstListing(request, "channel=buy&type=house");
  const { html, things, meta } = await read(request, listingPath(listing));
  const [about, way] = things;
  expect(about).toMatchObject({ "@type": "RealEstateListing", name: listing.headline });
  expect(new URL(about.url).pathname).toBe(listingPath(listing));
  expect(way["@type"]).toBe("BreadcrumbList");
  expect(way.itemListElement).toHaveLength(4);
  expect(html).toContain(`<link rel="canonical" href="${listingPath(listing)}"`);
  expect(meta("og:title")).toContain(listing.locality.name);
  expect(meta("description")?.length).toBeLessThanOrEqual(200);
});

test("the picture beside a link is a JPEG of the listing, at an address of its own and no other", async ({
  request,
}) => {
  const listing = await firstListing(request, "channel=buy&type=house");
  const { meta } = await read(request, listingPath(listing));
  const path = new URL(meta("og:image") ?? "").pathname;
  const picture = await request.get(path);
  expect(picture.status()).toBe(200);
  expect(picture.headers()["content-type"]).toBe("image/jpeg");
  expect([...(await picture.body()).subarray(0, 2)]).toEqual([0xff, 0xd8]);
  const other = await request.get(`/listing/other-${listing.id}/share.jpg`, { maxRedirects: 0 });
  expect([other.status(), other.headers().location]).toEqual([308, path]);
  expect((await request.get("/listing/house-2147483647/share.jpg")).status()).toBe(404);
});

test("a street that its vendor hides, and where it is, stand nowhere in what is sent", async ({
  request,
}) => {
  const [row] = await query<{ id: number; street: string; latitude: number; longitude: number }>(
    `UPDATE listing SET hide_street = true, latitude = -33.123457, longitude = 151.765432
     WHERE id = (SELECT l.id FROM listing l JOIN inspection i ON i.listing_id = l.id
       WHERE l.status = 'active' AND l.offer = 'sale' AND l.street IS NOT NULL AND i.ends_at > now() + interval '1 day'
       ORDER BY l.published_at, l.id LIMIT 1)
     RETURNING id, street, latitude, longitude`,
  );
  if (row === undefined) throw new Error("The demo has no home with an inspection.");
  await expect
    .poll(async () => (await (await request.get(`/api/listings/${row.id}`)).json()).street)
    .toBeNull();
  const { html } = await read(request, `/listing/${row.id}`);
  const calendar = await (await request.get(`/api/listings/${row.id}/inspections/all.ics`)).text();
  expect(calendar).toContain("BEGIN:VEVENT");
  for (const secret of [row.street, "33.1234", "151.7654"]) {
    expect(html).not.toContain(secret);
    expect(calendar).not.toContain(secret);
  }
});
