import { expect } from "@playwright/test";
import { test } from "./portal";
import { center, rememberMap, standsStill } from "./shown-map";

test("the map is made where the homes are: it is drawn once, and nothing jumps", async ({ page }) => {
  await rememberMap(page);
  await page.addInitScript(() => {
    document.addEventListener("verandah:map", (event) => {
      if (event instanceof CustomEvent) Object.assign(window, { madeAt: event.detail.getCenter().toArray() });
    });
  });
  await page.goto("/buy/nsw");
  await standsStill(page);
  const [lng, lat] = await page.evaluate(() => Reflect.get(window, "madeAt"));
  const now = await center(page);
  expect(lng).toBeCloseTo(now.lng, 3);
  expect(lat).toBeCloseTo(now.lat, 3);
});

test("the map stays on the page while the next search is asked for", async ({ page }) => {
  await rememberMap(page);
  await page.goto("/buy/nsw");
  await standsStill(page);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/api\/map\?/, async (route) => {
    await released;
    await route.continue();
  });
  await page.getByLabel("Bedrooms").selectOption("3-");
  await page.getByRole("button", { name: /^Show .*homes$/ }).click();
  await expect(page).toHaveURL(/beds=3-/);
  await expect(page.getByText("3+ beds")).toBeVisible();
  await expect(page.locator("canvas.maplibregl-canvas")).toBeVisible();
  release();
  await standsStill(page);
});
