import { expect, type Locator, type Page } from "@playwright/test";
import { localityLabel } from "@/lib/localities/locality";
import { firstListing, shownIds, test } from "./portal";

const STOPS_MAX = 80;
const SHOW = /^Show .*homes?$/;

/** Goes on with the Tab key until it is there. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not come to ${wanted} within ${STOPS_MAX} stops.`);
}

test("with the keyboard alone a place is found, its homes are narrowed, and one is opened and left again", async ({
  page,
  request,
}) => {
  const { locality } = await firstListing(request, "channel=buy&beds=1-");
  await page.goto("/");
  const field = page.getByRole("combobox", { name: "Suburb, postcode or state" });
  await tabTo(page, field);
  await page.keyboard.type(localityLabel(locality));
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/buy/${locality.region.slug}/${locality.slug}$`));

  await tabTo(page, page.getByLabel("Bedrooms"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByRole("button", { name: SHOW }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?beds=1-$/);
  const narrowed = page.url();

  const home = page.locator("article h3 a").first();
  const name = (await home.textContent()) ?? "";
  await tabTo(page, home);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/listing\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await page.goBack();
  await expect(page).toHaveURL(narrowed);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a place is found, its homes are narrowed, and one is opened and left again", async ({
    page,
    request,
  }) => {
    const { locality } = await firstListing(request, "channel=buy&beds=1-");
    await page.goto("/");
    await page.getByLabel("Suburb, postcode or state").fill(localityLabel(locality));
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(new RegExp(`/buy/${locality.region.slug}/${locality.slug}$`));
    await page.getByLabel("Bedrooms").selectOption("1-");
    await page.getByRole("button", { name: SHOW }).click();
    await expect(page).toHaveURL(/\?beds=1-$/);
    const found = await shownIds(page);
    const home = page.locator("article h3 a").first();
    const name = (await home.textContent()) ?? "";
    await home.click();
    await expect(page).toHaveURL(new RegExp(`/listing/.*-${found[0]}$`));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    await page.goBack();
    expect(await shownIds(page)).toEqual(found);
  });
});
