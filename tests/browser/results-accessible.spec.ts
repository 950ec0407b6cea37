import { expect, type Page } from "@playwright/test";
import { faults } from "@/tests/kit/kit-page";
import { test } from "./portal";

test.describe.configure({ timeout: 120_000 });

const WIDTHS = [360, 768, 1440];
const PAGES = ["/buy", "/buy?beds=2-&type=house,unit&keywords=garden", "/buy?beds=99&type=house"];

/** Nothing for axe to find, and nothing to scroll sideways. */
async function check(page: Page, what: string): Promise<void> {
  expect(await faults(page), what).toEqual([]);
  const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflowPx, what).toBeLessThanOrEqual(0);
}

for (const colorScheme of ["light", "dark"] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    for (const width of WIDTHS)
      test(`axe finds nothing wrong with results at ${width} pixels: found, empty, filters and map open`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height: 900 });
        for (const path of PAGES) {
          await page.goto(path, { waitUntil: "networkidle" });
          await check(page, path);
        }
        await page.goto("/buy", { waitUntil: "networkidle" });
        if (width < 1024) await page.locator("summary", { hasText: /^Filters/ }).click();
        await page.locator("summary", { hasText: /^More/ }).click();
        await check(page, "more filters");
        await page.keyboard.press("Escape");
        if (width < 1024) await page.getByRole("button", { name: "Show the map" }).click();
        const marks = page.getByRole("list", { name: "Homes on this map" }).getByRole("button");
        await expect(marks.first()).toBeVisible();
        await check(page, "map");
        await page.getByRole("button", { name: "Draw an area" }).click();
        await check(page, "drawing");
      });
  });
