import { expect, type Page } from "@playwright/test";
import type { Listing } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { firstListing, test } from "./portal";

const HOUSES = "channel=buy&type=house";

/** A listing's page that listens: its pictures are counted from then on. */
async function open(page: Page, listing: Pick<Listing, "id" | "slug" | "images">) {
  await page.goto(listingPath(listing));
  const gallery = page.getByRole("region", { name: "Pictures" });
  const count = listing.images.filter(({ kind }) => kind !== "floor-plan").length;
  await expect(gallery.getByText(`1 of ${count}`)).toBeVisible();
  return { gallery, links: gallery.getByRole("listitem").getByRole("link"), count };
}

test("arrow keys go from picture to picture, of which one is a stop of the keyboard", async ({
  page,
  request,
}) => {
  const { gallery, links, count } = await open(page, await firstListing(request, HOUSES));
  await links.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(links.nth(1)).toBeFocused();
  await expect(gallery.getByText(`2 of ${count}`)).toBeVisible();
  await page.keyboard.press("End");
  await expect(links.last()).toBeFocused();
  await expect(links.last()).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press("ArrowRight");
  await expect(gallery.getByText(`${count} of ${count}`)).toBeVisible();
  const stops = await links.evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length);
  expect(stops).toBe(1);
});

test("buttons beside the pictures go to the next and back, and stay where there is none further on", async ({
  page,
  request,
}) => {
  const { gallery, count } = await open(page, await firstListing(request, HOUSES));
  const next = gallery.getByRole("button", { name: "Next picture" });
  for (let shown = 2; shown <= count; shown += 1) {
    await next.click();
    await expect(gallery.getByText(`${shown} of ${count}`)).toBeVisible();
  }
  await expect(next).toBeFocused();
  await expect(next).toHaveAttribute("aria-disabled", "true");
  await gallery.getByRole("button", { name: "Previous picture" }).click();
  await expect(gallery.getByText(`${count - 1} of ${count}`)).toBeVisible();
});

test("a picture opens on the whole screen, keeps the focus there, turns by keys, and gives the focus back on Escape", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, HOUSES);
  const { links, count } = await open(page, listing);
  await links.first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Pictures on the whole screen" });
  await expect(dialog.getByText(`2 of ${count}`, { exact: true })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByText(`3 of ${count}`, { exact: true })).toBeVisible();
  await expect(dialog.locator("[aria-live]")).toContainText(
    `Picture 3 of ${count}: ${listing.images[2]?.alt}`,
  );
  await expect(dialog.getByRole("img", { name: listing.images[2]?.alt ?? "" })).toBeInViewport({
    ratio: 0.9,
  });
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press("Tab");
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press("Shift+Tab");
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(links.nth(1)).toBeFocused();
});

test("the floor plan has a button of its own, and is told from the pictures", async ({ page, request }) => {
  const listing = await firstListing(request, HOUSES);
  const { gallery } = await open(page, listing);
  await gallery.getByRole("button", { name: "Floor plan" }).click();
  const dialog = page.getByRole("dialog");
  const plan = listing.images.find(({ kind }) => kind === "floor-plan");
  await expect(dialog.getByRole("img", { name: plan?.alt ?? "" })).toBeInViewport({ ratio: 0.9 });
  await expect(dialog.locator("[aria-live]")).toContainText("Floor plan:");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(gallery.getByRole("button", { name: "Floor plan" })).toBeFocused();
});

test("the first picture is asked for before all others, those out of sight wait, and nothing moves", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, HOUSES);
  const sent = await (await request.get(listingPath(listing))).text();
  const preloads = sent.match(/<link rel="preload" as="image"[^>]*>/g) ?? [];
  expect(preloads).toEqual([expect.stringMatching(/ fetchPriority="high" .*-1440\.avif 1440w"/)]);
  await open(page, listing);
  const images = page.getByRole("main").locator("picture img");
  const loading = await images.evaluateAll((all) => all.map((image) => image.getAttribute("loading")));
  expect(loading[0]).toBe("eager");
  expect(new Set(loading.slice(1))).toEqual(new Set(["lazy"]));
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += "value" in entry ? Number(entry.value) : 0;
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
  expect(shift).toBeLessThan(0.01);
});

test("each inspection can be put into a calendar", async ({ page, request }) => {
  const listing = await firstListing(request, "channel=buy&sort=inspection");
  expect(listing.inspections.length).toBeGreaterThan(0);
  await page.goto(listingPath(listing));
  const links = page.getByRole("complementary").getByRole("link", { name: /^Add to calendar/ });
  await expect(links).toHaveCount(listing.inspections.length);
  const file = await request.get((await links.first().getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toContain("text/calendar");
  expect((await file.text()).replaceAll("\r\n ", "")).toContain(listing.timeZone);
});

test("the calculators reckon with what is put in, and say what they cannot read", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, `${HOUSES}&price=500000-`);
  await open(page, listing);
  const repayments = page.locator("details", { hasText: "Repayments" });
  await repayments.locator("summary").click();
  const answer = repayments.getByRole("status");
  await repayments.getByLabel("Loan").fill("600,000");
  await expect(answer).toContainText("$3,597 a month until it is repaid.");
  await repayments.getByLabel("Repaid").selectOption("weekly");
  await expect(answer).toContainText("a week until it is repaid.");
  await repayments.getByLabel("Interest", { exact: true }).fill("lots");
  await expect(repayments.getByText(/^The interest rate in per cent must be a number/)).toBeVisible();
  await expect(answer).toHaveText("Put in what is missing.");
});

test("a listing is shared by its link, in the clipboard where the device has nothing better", async ({
  page,
  request,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const listing = await firstListing(request, HOUSES);
  await page.addInitScript(() => Object.defineProperty(navigator, "share", { value: undefined }));
  await page.goto(`${listingPath(listing)}?utm_source=letter`);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("The link is copied.")).toBeVisible();
  expect(new URL(await page.evaluate(() => navigator.clipboard.readText())).pathname).toBe(
    listingPath(listing),
  );
});

test("a listing is printed on one sheet: a picture, its address, price and agent, and nothing to operate", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, HOUSES);
  await open(page, listing);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(listing.price.display, { exact: true }).first()).toBeVisible();
  await expect(page.getByText(listing.agents[0]?.name ?? "", { exact: true })).toBeVisible();
  await expect(page.locator("main picture img").filter({ visible: true })).toHaveCount(1);
  await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
  const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
  expect(sheets).toHaveLength(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everything can be read: pictures as files, the plan, inspections, and what it would cost", async ({
    page,
    request,
  }) => {
    const listing = await firstListing(request, `${HOUSES}&price=500000-`);
    await page.goto(listingPath(listing));
    const gallery = page.getByRole("region", { name: "Pictures" });
    const pictures = gallery.getByRole("listitem").getByRole("link");
    const hrefs = await pictures.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(hrefs).toHaveLength(listing.images.length - 1);
    for (const href of hrefs) expect((await request.get(href)).status(), href).toBe(200);
    await expect(page.getByRole("button", { name: "Share" })).toHaveCount(0);
    await gallery.getByRole("link", { name: "Floor plan" }).click();
    await expect(page).toHaveURL(/#floor-plan$/);
    const repayments = page.locator("details", { hasText: "Repayments" });
    await expect(repayments.locator("summary")).toContainText(/\$[\d,]+ a month/);
    await repayments.locator("summary").click();
    await expect(repayments.getByLabel("Interest", { exact: true })).toHaveValue("6");
    const sent = await (await request.get(listingPath(listing))).text();
    expect(sent).toContain("<noscript><p");
  });
});
