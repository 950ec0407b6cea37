import { expect } from "@playwright/test";
import { localityKey, localityLabel } from "@/lib/localities/locality";
import { firstListing, search, shownIds, test } from "./portal";

const OPTIONS_MAX = 10;

test("a suburb typed and picked with the keyboard alone leads to its homes", async ({ page, request }) => {
  const { locality } = await firstListing(request, "channel=buy");
  await page.goto("/");
  const field = page.getByRole("combobox", { name: "Suburb, postcode or state" });
  await field.pressSequentially(locality.name);
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator("search").getByRole("status")).toHaveText(/^\d+ suggestions?$/);

  const wanted = page.locator('[role="option"][aria-selected="true"]', {
    hasText: `${locality.name} ${locality.region.code}`,
  });
  for (let step = 0; step < OPTIONS_MAX && !(await wanted.isVisible()); step += 1)
    await field.press("ArrowDown");
  await expect(wanted).toHaveAttribute("id", (await field.getAttribute("aria-activedescendant")) ?? "");
  await field.press("Enter");
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await field.press("Enter");

  await expect(page).toHaveURL(new RegExp(`/buy/${locality.region.slug}/`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    `${locality.name} ${locality.region.code}`,
  );
});

test("escape closes the suggestions and keeps what was typed", async ({ page }) => {
  await page.goto("/");
  const field = page.getByRole("combobox", { name: "Suburb, postcode or state" });
  await field.pressSequentially("new");
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await field.press("Escape");
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await expect(field).toHaveValue("new");
});

test("a picked suburb is sent exactly, though others share its name", async ({ page, request }) => {
  const { locality } = await firstListing(request, "channel=buy");
  await page.goto("/");
  const field = page.getByRole("combobox", { name: "Suburb, postcode or state" });
  await field.pressSequentially(localityLabel(locality));
  await page.locator('[role="option"]').first().click();
  await expect(page.locator('input[name="in"]')).toHaveValue(localityKey(locality));
});

test("a price is understood as people write it", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("radio", { name: "Rent" }).check();
  await page.getByRole("textbox", { name: "Price up to" }).fill("$1.2k");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL("/rent?price=-1200");
});

test("the newest homes for sale are on the home page, newest first", async ({ page, request }) => {
  const { items } = await search(request, "channel=buy&limit=6");
  await page.goto("/");
  await expect.poll(() => shownIds(page)).toEqual(items.map(({ id }) => id));
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a suburb's name and state lead to its homes", async ({ page, request }) => {
    const { locality } = await firstListing(request, "channel=buy");
    await page.goto("/");
    await page.locator('input[name="place"]').fill(localityLabel(locality));
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(locality.name);
  });

  test("a name that several places share leads to the choice between them", async ({ page }) => {
    await page.goto("/search?channel=rent&place=Newtown");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which “Newtown”?");
    await page.getByRole("link", { name: /^Newtown VIC/ }).click();
    await expect(page).toHaveURL(/\/rent\/vic\/newtown/);
  });
});
