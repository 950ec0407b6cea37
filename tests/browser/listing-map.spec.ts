import { expect, type Page } from "@playwright/test";
import type { Listing } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { suburbPath } from "@/lib/localities/locality";
import { query } from "./console-people";
import { firstListing, test } from "./portal";
import { center, drawn, rememberMap, standsStill } from "./shown-map";

const HOUSES = "channel=buy&type=house";

function place(page: Page) {
  return page.getByRole("region", { name: "Where it is" });
}

/** A listing's page, of which nothing is scrolled yet, and what it loads of the map from then on. */
async function open(page: Page, listing: Listing): Promise<() => readonly string[]> {
  const loaded: string[] = [];
  page.on("request", (request) => void loaded.push(request.url()));
  await rememberMap(page);
  await page.goto(listingPath(listing), { waitUntil: "networkidle" });
  return () => loaded.filter((url) => /maplibre|land\.|\/api\/map/.test(url));
}

test("nothing of a home's map is loaded until the page is scrolled to it; it then looks at the home", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, HOUSES);
  const ofMap = await open(page, listing);
  expect(ofMap()).toEqual([]);
  await page.getByRole("link", { name: "Map", exact: true }).click();
  await expect(place(page).getByRole("img", { name: listing.street ?? "" })).toBeInViewport();
  await standsStill(page);
  const { lng, lat } = await center(page);
  expect(lng).toBeCloseTo(listing.coordinates?.longitude ?? 0, 4);
  expect(lat).toBeCloseTo(listing.coordinates?.latitude ?? 0, 4);
  expect(await drawn(page, ["land"])).toBeGreaterThan(0);
  await expect.poll(() => drawn(page, ["labels"])).toBeGreaterThan(0);
  expect(ofMap().filter((url) => url.includes("/api/map?"))).toEqual([]);
});

test("a page scrolls on over a home's map, which the wheel moves with a key alone", async ({
  page,
  request,
}) => {
  await open(page, await firstListing(request, HOUSES));
  await place(page).scrollIntoViewIfNeeded();
  const canvas = place(page).locator("canvas");
  await canvas.hover();
  await standsStill(page);
  const before = await page.evaluate(() => window.scrollY);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before);
});

test("from a home's map to a search: the one map turns to what is found there", async ({ page, request }) => {
  const listing = await firstListing(request, HOUSES);
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, listing);
  await page.getByRole("link", { name: "Map", exact: true }).click();
  await expect(place(page).locator("canvas")).toBeVisible();
  await standsStill(page);
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link").first().click();
  await expect(page).toHaveURL("/buy");
  await expect(page.getByRole("list", { name: "Homes on this map" }).getByRole("button")).not.toHaveCount(0);
  await standsStill(page);
  const { lng, lat } = await center(page);
  expect(
    Math.hypot(lng - (listing.coordinates?.longitude ?? 0), lat - (listing.coordinates?.latitude ?? 0)),
  ).toBeGreaterThan(0.5);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(listing.street ?? "");
});

test("a home whose street is hidden has no map, and a sentence in its place", async ({ page, request }) => {
  const [hidden] = await query<{ id: number }>(
    "SELECT id FROM listing WHERE status = 'active' AND offer = 'sale' AND hide_street ORDER BY id LIMIT 1",
  );
  const listing: Listing = await (await request.get(`/api/listings/${hidden?.id}`)).json();
  const ofMap = await open(page, listing);
  await place(page).scrollIntoViewIfNeeded();
  await expect(place(page).getByText("The agent gives the address to those who ask.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Map", exact: true })).toHaveCount(0);
  await expect(place(page).getByRole("link", { name: /^Prices and sales in/ })).toHaveAttribute(
    "href",
    suburbPath(listing.locality),
  );
  expect(ofMap()).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("there are the address and a sentence, and no room for a map that does not come", async ({
    page,
    request,
  }) => {
    const listing = await firstListing(request, HOUSES);
    await page.goto(listingPath(listing));
    await expect(place(page).getByText(listing.street ?? "")).toBeVisible();
    await expect(place(page).getByText("It is shown on a map here where JavaScript is on.")).toBeVisible();
    const high = (await place(page).boundingBox())?.height ?? 0;
    expect(high).toBeLessThan(260);
  });
});
