import { expect } from "@playwright/test";
import { addressLine } from "@/app/(portal)/_listing/listing-words";
import { listingPath } from "@/lib/listings/listing-path";
import { suburbPath } from "@/lib/localities/locality";
import { firstListing, test } from "./portal";

test("a home is saved among the results and on its own page, and marked as looked at wherever it stands", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, "channel=buy");
  const name = `Save ${addressLine(listing)}`;
  await page.goto("/buy");
  const card = page
    .getByRole("region", { name: "Results" })
    .getByRole("listitem")
    .filter({
      has: page.locator(`a[href="${listingPath(listing)}"]`),
    });
  await expect(card.getByText("Looked at")).toHaveCount(0);
  await card.getByRole("button", { name }).click();
  await card.getByRole("link").click();
  await expect(page).toHaveURL(listingPath(listing));
  const saved = page.getByRole("button", { name: "Saved", exact: true });
  await saved.click();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeFocused();
  await page.goBack();
  await expect(card.getByText("Looked at")).toBeVisible();
  await expect(card.getByRole("button", { name })).toHaveAttribute("aria-pressed", "false");
});

test("a home is saved on one page and shown on the home page of every tab, where it can be let go", async ({
  page,
  request,
}) => {
  const { locality } = await firstListing(request, "channel=buy");
  const other = await page.context().newPage();
  await other.goto("/");
  await page.goto(suburbPath(locality));
  const card = page.getByRole("button", { name: /^Save / }).first();
  const name = (await card.getAttribute("aria-label")) ?? "";
  await card.click();
  await expect(card).toHaveAttribute("aria-pressed", "true");
  const saved = other.getByRole("region", { name: "On this device" });
  await expect(saved.getByRole("link", { name: name.slice("Save ".length) })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name }).first()).toHaveAttribute("aria-pressed", "true");
  await saved.getByRole("button", { name }).click();
  await expect(page.getByRole("button", { name }).first()).toHaveAttribute("aria-pressed", "false");
});

test("a listing that was opened is on the home page until it is forgotten, and nothing moves as it comes", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, "channel=buy");
  await page.goto(listingPath(listing));
  await page.waitForFunction(() => localStorage.getItem("verandah-viewed") !== null);
  await page.addInitScript(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Object.assign(window, { shifts: Reflect.get(window, "shifts") + Reflect.get(entry, "value") });
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.setViewportSize({ width: 1440, height: 4_000 });
  await page.goto("/");
  const lately = page.getByRole("region", { name: "On this device" });
  await expect(lately.locator(`a[href="${listingPath(listing)}"]`)).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, "shifts"))).toBeLessThanOrEqual(0.01);
  await lately.getByRole("button", { name: "Forget them" }).click();
  await expect(lately.locator(`a[href="${listingPath(listing)}"]`)).toHaveCount(0);
});

test("hostile names in the browser's storage break nothing", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("verandah-saved", '<img src=x>,-1,1.5,,NaN,999999999999999999,{"a":1}');
    localStorage.setItem("verandah-viewed", "1999999999");
  });
  await page.goto("/");
  const kept = page.getByRole("region", { name: "On this device" });
  await expect(kept.getByText("Save a home with the bookmark on its card: it is kept here.")).toBeVisible();
  await expect(kept.getByText("Homes whose pages you open are kept here")).toBeVisible();
});
