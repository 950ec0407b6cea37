import { expect } from "@playwright/test";
import { listingPath } from "@/lib/listings/listing-path";
import { localityLabel } from "@/lib/localities/locality";
import { firstListing, shownIds, test } from "./portal";

test("a listing's page shows its price, facts, agency, inspections and that it is invented", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, "channel=buy&type=house");
  await page.goto(listingPath(listing));
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 })).toContainText(localityLabel(listing.locality));
  await expect(main.getByText(listing.price.display, { exact: true }).first()).toBeVisible();
  await expect(main.getByRole("heading", { name: listing.headline })).toBeVisible();
  await expect(main.locator("dl > div", { hasText: "Bedrooms" }).getByRole("definition")).toHaveText(
    `${listing.beds}`,
  );
  await expect(main.getByText(listing.agency?.name ?? "", { exact: true })).toBeVisible();
  await expect(main.locator("time[datetime]").and(main.locator("aside time"))).toHaveCount(
    listing.inspections.length,
  );
  await expect(main.getByText("Invented listing, for demonstration.")).toBeVisible();
});

test("the history of prices has every event on record, the latest first", async ({ page, request }) => {
  const listing = await firstListing(request, "channel=sold");
  await page.goto(listingPath(listing));
  const days = await page
    .getByRole("table")
    .locator("tbody time")
    .evaluateAll((all) => all.map((time) => time.getAttribute("datetime")));
  expect(days).toEqual(listing.history.map(({ occurredOn }) => occurredOn).toReversed());
  expect(days.length).toBeGreaterThan(0);
});

test("a sold home says when it was sold", async ({ page, request }) => {
  const listing = await firstListing(request, "channel=sold");
  await page.goto(listingPath(listing));
  const year = listing.soldOn?.slice(0, 4) ?? "none";
  await expect(page.locator("header").getByText(/^Sold \d/)).toContainText(year);
});

test("breadcrumbs lead from a listing to the homes of its suburb", async ({ page, request }) => {
  const listing = await firstListing(request, "channel=rent");
  await page.goto(listingPath(listing));
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link").last().click();
  await expect(page).toHaveURL(new RegExp(`/rent/${listing.locality.region.slug}/${listing.locality.slug}$`));
});

test("a listing's pictures each say what is to be seen, load, and keep their place while they do", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, "channel=buy&type=house");
  await page.goto(listingPath(listing), { waitUntil: "commit" });
  const pictures = page.getByRole("main").locator("article").first().locator("picture img");
  await expect(pictures).toHaveCount(listing.images.length);
  for (const [index, { alt }] of listing.images.entries()) {
    const picture = pictures.nth(index);
    await expect(picture).toHaveAttribute("alt", alt);
    await picture.scrollIntoViewIfNeeded();
    const before = await picture.boundingBox();
    await expect
      .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
      .toBeGreaterThan(0);
    const after = await picture.boundingBox();
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
    expect(after?.height).toBeGreaterThan(90);
  }
});

test("below a listing are others like it, the most alike first", async ({ page, request }) => {
  const listing = await firstListing(request, "channel=buy&type=house");
  const answer = await request.get(`/api/listings/${listing.id}/similar`);
  const { items }: { items: readonly { id: number }[] } = await answer.json();
  await page.goto(listingPath(listing));
  await expect(page.getByRole("region", { name: "Similar homes" })).toBeVisible();
  expect(await shownIds(page)).toEqual(items.map(({ id }) => id));
  expect(items.length).toBeGreaterThan(0);
});
