import { expect, type Page } from "@playwright/test";
import { search, shownIds, test, written } from "./portal";

/** It says how many homes, once the form was changed. */
const SHOW = /^Show .*homes?$/;

/** Outlives a change of address, not a new document. */
async function markDocument(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute("data-marked", ""));
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.hasAttribute("data-marked"));
}

test("a filter narrows the homes, shows as a chip, and the chip takes it back", async ({ page, request }) => {
  const { total } = await search(request, "channel=buy&beds=3-");
  await page.goto("/buy");
  await page.getByLabel("Bedrooms").selectOption("3-");
  await page.getByRole("button", { name: SHOW }).click();
  await expect(page).toHaveURL("/buy?beds=3-");
  await expect(page.getByText(`${written(total)} homes`, { exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: "Remove: 3+ beds" }).click();
  await expect(page).toHaveURL("/buy");
});

test("each type says how many homes it would leave, and leaves as many", async ({ page, request }) => {
  const { facets } = await search(request, "channel=buy");
  await page.goto("/buy");
  await page.locator("summary", { hasText: /^Type/ }).click();
  const house = page.getByRole("checkbox", { name: /^House/ });
  await expect(house).toHaveAccessibleName(`House ${written(facets.type.house)} homes`);
  await house.check();
  await page.getByRole("button", { name: SHOW }).click();
  await expect(page.getByText(`${written(facets.type.house)} homes`, { exact: true }).first()).toBeVisible();
});

test("the form says how many homes it would find before it is sent, beside each choice too, and why where it cannot be", async ({
  page,
  request,
}) => {
  const { total, facets } = await search(request, "channel=buy&beds=3-&price=-900000");
  await page.goto("/buy");
  await page.getByLabel("Bedrooms").selectOption("3-");
  await page.getByLabel("Highest price").selectOption("900000");
  await expect(page.getByRole("button", { name: `Show ${written(total)} homes` })).toBeVisible();
  await expect(page).toHaveURL("/buy");
  await page.locator("summary", { hasText: /^Type/ }).click();
  const house = page.getByRole("checkbox", { name: /^House/ });
  await expect(house).toHaveAccessibleName(`House ${written(facets.type.house)} homes`);
  await page.keyboard.press("Escape");
  await expect(house).toBeHidden();

  await page.getByLabel("Lowest price").selectOption("1000000");
  await expect(page.getByText("The range is upside down: write 900000-1000000.")).toBeVisible();
});

test("sending the filters loads no new document, and leaves the focus where it was", async ({ page }) => {
  await page.goto("/buy", { waitUntil: "networkidle" });
  await markDocument(page);
  await page.getByLabel("Bedrooms").selectOption("2-");
  await page.locator("summary", { hasText: /^More/ }).click();
  await page.getByLabel("Words in the advertisement").fill("Garden");
  await page.getByRole("button", { name: SHOW }).press("Enter");
  await expect(page).toHaveURL("/buy?keywords=garden&beds=2-");
  await expect(page.getByRole("link", { name: "Remove: “garden”" })).toBeVisible();
  await expect(page.getByRole("button", { name: SHOW })).toBeFocused();
  expect(await isMarked(page)).toBe(true);
});

test("a page of results says what it lists, and where its feed is, to machines", async ({
  page,
  request,
}) => {
  const { items, total } = await search(request, "channel=buy&beds=2-");
  await page.goto("/buy?beds=2-");
  const said = await page.locator('script[type="application/ld+json"]').allTextContents();
  const list = said.map((text) => JSON.parse(text)).find((data) => data["@type"] === "ItemList");
  expect(list.numberOfItems).toBe(total);
  expect(list.itemListElement).toHaveLength(items.length);
  expect(list.itemListElement[0].url).toMatch(new RegExp(`/listing/.*-${items[0]?.id}$`));
  const feed = page.locator('link[rel="alternate"][type="application/rss+xml"]');
  await expect(feed).toHaveAttribute("href", "/feed/buy?beds=2-");
});

test("sorting keeps the filters and puts the cheapest first", async ({ page, request }) => {
  const { items } = await search(request, "channel=buy&beds=2-&sort=price-up");
  await page.goto("/buy?beds=2-");
  await page.getByRole("link", { name: "Lowest price" }).click();
  await expect(page).toHaveURL("/buy?beds=2-&sort=price-up");
  await expect.poll(() => shownIds(page)).toEqual(items.map(({ id }) => id));
});

test("the first page of results is not asked for again in the browser", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/listings")) asked.push(request.url());
  });
  await page.goto("/buy", { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/after=/);
  await expect.poll(() => asked.length).toBe(1);
});

test("the next page comes without a new document, is announced and led to, and back works", async ({
  page,
  request,
}) => {
  const first = await search(request, "channel=buy");
  const second = await search(request, `channel=buy&after=${first.next}`);
  await page.goto("/buy", { waitUntil: "networkidle" });
  await markDocument(page);

  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(`/buy?after=${first.next}`);
  await expect.poll(() => shownIds(page)).toEqual(second.items.map(({ id }) => id));
  await expect(page.getByRole("heading", { name: "Listings", exact: true })).toBeFocused();
  await expect(page.getByRole("region", { name: "Results" }).getByRole("status")).toContainText(
    "homes, from",
  );

  await page.goBack();
  await expect(page).toHaveURL("/buy");
  await expect.poll(() => shownIds(page)).toEqual(first.items.map(({ id }) => id));
  expect(await isMarked(page)).toBe(true);
});

test("coming back from a listing finds the page of results that was left", async ({ page, request }) => {
  const first = await search(request, "channel=buy");
  const second = await search(request, `channel=buy&after=${first.next}`);
  await page.goto("/buy", { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Next page" }).click();
  await expect.poll(() => shownIds(page)).toEqual(second.items.map(({ id }) => id));
  await page.locator("article h3 a").first().click();
  await expect(page).toHaveURL(/\/listing\//);
  await page.goBack();
  await expect.poll(() => shownIds(page)).toEqual(second.items.map(({ id }) => id));
});

test("when nothing matches, the page leads to a search that finds something", async ({ page }) => {
  await page.goto("/buy?beds=99&type=house");
  await expect(page.getByRole("heading", { name: "Nothing here just now" })).toBeVisible();
  await page.getByRole("link", { name: /without “99 beds”/ }).click();
  await expect(page).toHaveURL("/buy?type=house");
  await expect(page.locator("article").first()).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("filters, sorting and paging work", async ({ page, request }) => {
    const first = await search(request, "channel=buy&beds=1-&sort=price-down");
    const second = await search(request, `channel=buy&beds=1-&sort=price-down&after=${first.next}`);
    await page.goto("/buy");
    await page.getByLabel("Bedrooms").selectOption("1-");
    await page.getByRole("button", { name: SHOW }).click();
    await page.getByRole("link", { name: "Highest price" }).click();
    await expect.poll(() => shownIds(page)).toEqual(first.items.map(({ id }) => id));
    await page.getByRole("link", { name: "Next page" }).click();
    await expect.poll(() => shownIds(page)).toEqual(second.items.map(({ id }) => id));
    await page.getByRole("link", { name: "First page" }).click();
    await expect(page).toHaveURL("/buy?beds=1-&sort=price-down");
  });
});

test("every home that is invented shows its picture, and says that it is invented", async ({ page }) => {
  await page.goto("/buy");
  const cards = page.getByRole("article");
  expect(await cards.count()).toBeGreaterThan(1);
  for (const card of await cards.all()) {
    await expect(card.getByRole("img", { name: /^Illustration: / })).toHaveAttribute("srcset", /\/media\//);
    await expect(card.getByText("Invented, for demonstration")).toBeVisible();
  }
});

test("the first picture comes before all else, and the others when they are near the window", async ({
  page,
}) => {
  await page.goto("/buy");
  const loading = await page
    .locator("article picture img")
    .evaluateAll((all) => all.map((image) => image.getAttribute("loading")));
  expect(loading[0]).toBe("eager");
  expect(new Set(loading.slice(1))).toEqual(new Set(["lazy"]));
  await expect(page.locator("article picture img[fetchpriority=high]")).toHaveCount(1);
});
