import { expect } from "@playwright/test";
import { listingPath } from "@/lib/listings/listing-path";
import { firstListing, test } from "./portal";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`at 360 pixels, ${colorScheme}`, () => {
    test.use({ viewport: { width: 360, height: 740 }, colorScheme });

    test("no page scrolls sideways", async ({ page, request }) => {
      const listing = await firstListing(request, "channel=buy");
      for (const path of [
        "/",
        "/buy",
        "/buy?beds=1-&price=-9000000&type=house,unit,villa",
        "/search?place=Newtown",
        listingPath(listing),
        "/about",
      ]) {
        await page.goto(path);
        const overflowPx = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflowPx, path).toBeLessThanOrEqual(0);
      }
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the filters are folded away until they are asked for", async ({ page }) => {
    await page.goto("/buy");
    await expect(page.getByRole("button", { name: /^Show .*homes?$/ })).toBeHidden();
    await page.locator("summary", { hasText: "Filters" }).click();
    await expect(page.getByRole("button", { name: /^Show .*homes?$/ })).toBeVisible();
  });
});

test("the first stop of the keyboard skips to the content", async ({ page }) => {
  await page.goto("/buy");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await skip.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("every page has one main heading, and none of its levels is skipped", async ({ page, request }) => {
  const listing = await firstListing(request, "channel=buy");
  for (const path of ["/", "/buy", listingPath(listing), "/about"]) {
    await page.goto(path);
    const levels = await page
      .locator("h1, h2, h3, h4")
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(
      levels.filter((level) => level === 1),
      path,
    ).toHaveLength(1);
    const skips = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
    expect(skips, path).toEqual([]);
  }
});
