import { expect, type Page } from "@playwright/test";
import { listingPath } from "@/lib/listings/listing-path";
import { suburbPath } from "@/lib/localities/locality";
import { firstListing, test } from "./portal";

const SCRIPTS = /\/_next\/static\/.*\.js$/;
const PICTURES = /\/media\//;
const HOUSES = "channel=buy&type=house";
/** Longer than a browser needs for anything that it would do at once. */
const A_WHILE_MS = 400;
const SHIFT_MAX = 0.01;

/** Keeps what matches waiting until it is let go. */
async function hold(page: Page, pattern: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(pattern, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

function scriptsAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (SCRIPTS.test(new URL(request.url()).pathname)) asked.push(request.url());
  });
  return asked;
}

const isPainted = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
const isTakenOver = (page: Page) => page.waitForSelector("html[data-live]", { state: "attached" });

test("no script is asked for before the page is painted, and all are then", async ({ page }) => {
  for (const path of ["/", "/buy", "/about"]) {
    await page.goto(path);
    await isTakenOver(page);
    const { painted, asked } = await page.evaluate(() => ({
      painted:
        performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.POSITIVE_INFINITY,
      asked: performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith(".js"))
        .map(({ startTime }) => startTime),
    }));
    expect(asked.length, path).toBeGreaterThan(5);
    expect(Math.min(...asked), path).toBeGreaterThanOrEqual(painted);
  }
});

test("no script is asked for before the picture that a page begins with is there", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, HOUSES);
  const asked = scriptsAsked(page);
  const release = await hold(page, PICTURES);
  await page.goto(listingPath(listing), { waitUntil: "commit" });
  await isPainted(page);
  await page.waitForTimeout(A_WHILE_MS);
  expect(asked).toEqual([]);
  release();
  await isTakenOver(page);
});

test("a picture that does not come keeps no page from working", async ({ page, request }) => {
  const listing = await firstListing(request, HOUSES);
  const release = await hold(page, PICTURES);
  await page.goto(listingPath(listing), { waitUntil: "commit" });
  await isTakenOver(page);
  await page.getByRole("button", { name: "Full screen" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  release();
});

test("a place that is typed before the scripts come is gone on with", async ({ page, request }) => {
  const { locality } = await firstListing(request, HOUSES);
  const release = await hold(page, SCRIPTS);
  await page.goto("/", { waitUntil: "commit" });
  await isPainted(page);
  const field = page.getByRole("combobox", { name: "Suburb, postcode or state" });
  await field.fill(locality.name);
  release();
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await expect(field).toHaveValue(locality.name);
});

test("a filter that is chosen before the scripts come is counted", async ({ page }) => {
  const release = await hold(page, SCRIPTS);
  await page.goto("/buy", { waitUntil: "commit" });
  await isPainted(page);
  await page.getByLabel("Bedrooms").selectOption("3-");
  release();
  await expect(page.getByRole("button", { name: /^Show [\d,]+ homes$/ })).toBeVisible();
  await expect(page.getByLabel("Bedrooms")).toHaveValue("3-");
});

test("a tab that nobody looks at gets its scripts without being painted", async ({ page, request }) => {
  const listing = await firstListing(request, HOUSES);
  await page.addInitScript(() => Object.defineProperty(document, "hidden", { get: () => true }));
  const release = await hold(page, PICTURES);
  await page.goto(listingPath(listing), { waitUntil: "commit" });
  await isTakenOver(page);
  release();
});

/** Jumps to the link to the next page: how far it stands above the foot of the window some frames later than at first, in CSS pixels. */
function risesAfterJump(page: Page): Promise<number> {
  return page.getByRole("link", { name: "Next page" }).evaluate(async (link) => {
    link.scrollIntoView({ block: "end" });
    const { top } = link.getBoundingClientRect();
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
    return top - link.getBoundingClientRect().top;
  });
}

test("what is jumped to, to be pressed, does not move away", async ({ page }) => {
  await page.goto("/buy", { waitUntil: "domcontentloaded" });
  expect(Math.abs(await risesAfterJump(page))).toBeLessThan(1);
});

for (const width of [320, 360, 412, 600])
  test(`what is jumped to stays in a window of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/buy", { waitUntil: "domcontentloaded" });
    const risesPx = await risesAfterJump(page);
    expect(risesPx).toBeGreaterThan(-1);
    expect(risesPx).toBeLessThan(300);
  });

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 412, height: 823 } });

  test("nothing moves while a page comes and its scripts take it over", async ({ page, request }) => {
    const listing = await firstListing(request, HOUSES);
    await page.addInitScript(() => {
      Object.assign(window, { shifts: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ("value" in entry)
            Object.assign(window, { shifts: Reflect.get(window, "shifts") + entry.value });
      }).observe({ type: "layout-shift", buffered: true });
    });
    for (const path of ["/", "/buy", listingPath(listing), suburbPath(listing.locality)]) {
      await page.goto(path);
      await isTakenOver(page);
      await page.waitForTimeout(A_WHILE_MS);
      expect(await page.evaluate(() => Reflect.get(window, "shifts")), path).toBeLessThanOrEqual(SHIFT_MAX);
    }
  });
});
