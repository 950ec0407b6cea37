import { type APIRequestContext, expect, type Page } from "@playwright/test";
import sharp from "sharp";
import type { ListingMap } from "@/lib/listings/listing-map";
import { search, test, written } from "./portal";
import { drawn, rememberMap, standsStill } from "./shown-map";

test.use({ viewport: { width: 1440, height: 900 } });

const MARKS = "list",
  MARKS_NAME = "Homes on this map";

/** The page with its map, once that stands still and everything is drawn. */
async function showMap(page: Page, path: string): Promise<void> {
  await rememberMap(page);
  await page.goto(path);
  await expect(page.getByRole("region", { name: "Map of the homes" }).locator("canvas")).toBeVisible();
  await expect(marks(page).first()).toBeVisible();
  await standsStill(page);
}

function marks(page: Page) {
  return page.getByRole(MARKS, { name: MARKS_NAME }).getByRole("button");
}

/** Everything that a search finds, as its map is told. */
async function wholeMap(request: APIRequestContext, filters: string): Promise<ListingMap> {
  return (await request.get(`/api/map?${filters}&bounds=-180,-90,180,90&zoom=0`)).json();
}

test("land and the names of places are drawn, from this host alone", async ({ page }) => {
  await showMap(page, "/buy");
  expect(await drawn(page, ["land"])).toBeGreaterThan(0);
  await expect.poll(() => drawn(page, ["labels"])).toBeGreaterThan(0);
});

for (const colorScheme of ["light", "dark"] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("land and water are seen in the colours of the theme", async ({ page }) => {
      await showMap(page, "/buy");
      const [land, water] = await page.evaluate(() =>
        ["--ground", "--info-soft"].map((token) => {
          const probe = document.body.appendChild(document.createElement("i"));
          probe.style.color = `var(${token})`;
          return (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
        }),
      );
      const image = await page
        .getByRole("region", { name: "Map of the homes" })
        .locator("canvas")
        .screenshot();
      const shares = await sharesOf(image, [land ?? [], water ?? []]);
      for (const share of shares) expect(share).toBeGreaterThan(0.05);
    });
  });

/** How much of a picture has each of some colours, nearly. */
async function sharesOf(image: Buffer, colours: readonly (readonly number[])[]): Promise<readonly number[]> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const counts = colours.map(() => 0);
  for (let at = 0; at < data.length; at += 3)
    for (const [index, colour] of colours.entries())
      if (colour.every((value, part) => Math.abs(value - (data[at + part] ?? 0)) <= 2))
        counts[index] = (counts[index] ?? 0) + 1;
  return counts.map((count) => count / (info.width * info.height));
}

test("marks are buttons with names, and are reached in the order in which they are read", async ({
  page,
}) => {
  await showMap(page, "/buy");
  const names = await marks(page).evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")));
  for (const name of names) expect(name).toMatch(/^[\d,]+ homes( from \$| at \$|$)|^.+, .+/);
  const tops = await marks(page).evaluateAll((all) =>
    all
      .filter((mark) => getComputedStyle(mark).visibility === "visible")
      .map((mark) => mark.getBoundingClientRect().top + mark.getBoundingClientRect().height / 2),
  );
  for (const [index, top] of tops.entries()) expect(top).toBeGreaterThanOrEqual((tops[index - 1] ?? top) - 1);
});

test("the map shows what the list finds, whatever is asked for", async ({ page, request }) => {
  for (const query of ["", "beds=4-", "type=land"]) {
    const { total } = await search(request, `channel=buy&${query}`);
    await showMap(page, query === "" ? "/buy" : `/buy?${query}`);
    await expect(page.getByText(`${written(total)} ${total === 1 ? "home" : "homes"} here`)).toBeVisible();
    expect((await wholeMap(request, `channel=buy&${query}`)).total).toBe(total);
  }
});

test("by keyboard alone: a cluster brings nearer, a home opens its card, and Escape leads back to it", async ({
  page,
  request,
}) => {
  const { items } = await search(request, "channel=buy&limit=1");
  const { region, slug } = items[0]?.locality ?? { region: { slug: "" }, slug: "" };
  await showMap(page, `/buy/${region.slug}/${slug}`);
  for (let step = 0; step < 6; step++) {
    const cluster = marks(page).and(page.locator(".map-cluster:visible")).first();
    if ((await cluster.count()) === 0) break;
    await cluster.press("Enter");
    await expect(page.locator(".maplibregl-canvas")).toBeFocused();
    await standsStill(page);
    await page.waitForLoadState("networkidle");
  }
  const home = page.locator(".map-home:visible").first();
  await home.press("Enter");
  await expect(home).toHaveAttribute("aria-expanded", "true");
  const link = page.getByRole(MARKS, { name: MARKS_NAME }).getByRole("link").first();
  await expect(link).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(home).toBeFocused();
  await expect(link).toBeHidden();
});

test("searching as the map moves changes the address and the list, and back leads to where it began", async ({
  page,
}) => {
  await showMap(page, "/buy?beds=2-");
  await page.getByLabel("Search as I move the map").check();
  await page.getByRole("button", { name: "Nearer" }).click();
  await expect(page).toHaveURL(/\/buy\?beds=2-&bounds=[-\d.,]+$/);
  await expect(page.getByRole("link", { name: "Remove: On this part of the map" })).toBeVisible();
  const narrow = page.url();
  await page.getByRole("button", { name: "Nearer" }).click();
  await expect(page).not.toHaveURL(narrow);
  await page.goBack();
  await expect(page).toHaveURL("/buy?beds=2-");
});

test("a map that was moved can be searched once", async ({ page }) => {
  await showMap(page, "/buy");
  await expect(page.getByRole("button", { name: "Search this area" })).toBeHidden();
  await page.getByRole("button", { name: "Nearer" }).click();
  await page.getByRole("button", { name: "Search this area" }).click();
  await expect(page).toHaveURL(/\/buy\?bounds=[-\d.,]+$/);
});

test("an area is drawn by its corners, undone and finished; it is a chip, which takes it back", async ({
  page,
}) => {
  await showMap(page, "/buy");
  await page.getByRole("button", { name: "Draw an area" }).click();
  await expect(marks(page)).toHaveCount(0);
  const canvas = page.locator(".maplibregl-canvas");
  for (const position of [
    { x: 120, y: 200 },
    { x: 400, y: 300 },
    { x: 410, y: 600 },
    { x: 200, y: 650 },
  ])
    await canvas.click({ position });
  await expect(page.getByText("4 corners.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("3 corners.")).toBeVisible();
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page).toHaveURL(/\/buy\?area=([-\d.]+,[-\d.]+;){2}[-\d.]+,[-\d.]+$/);
  await standsStill(page);
  await expect.poll(() => drawn(page, ["outline-ground"])).toBeGreaterThan(0);
  await page.getByRole("link", { name: "Remove: In the drawn area" }).click();
  await expect(page).toHaveURL("/buy");
});

test("an outline that crosses itself is refused in words, and can be put right", async ({ page }) => {
  await showMap(page, "/buy");
  await page.getByRole("button", { name: "Draw an area" }).click();
  for (const position of [
    { x: 120, y: 250 },
    { x: 400, y: 600 },
    { x: 400, y: 250 },
    { x: 120, y: 600 },
  ])
    await page.locator(".maplibregl-canvas").click({ position });
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText(/crosses or touches itself/)).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(marks(page).first()).toBeVisible();
});

test("a style that does not come is made up for by the portal's own", async ({ page }) => {
  await page.route("/buy", async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const { "content-security-policy": _, ...headers } = answer.headers();
    const style = html.replace('\\"styleUrl\\":null', '\\"styleUrl\\":\\"/api/no-such-style\\"');
    expect(style).not.toBe(html);
    await route.fulfill({ status: 200, headers, body: style });
  });
  const refused = page.waitForResponse("/api/no-such-style");
  await showMap(page, "/buy");
  expect((await refused).status()).toBe(404);
  await expect.poll(() => drawn(page, ["land"])).toBeGreaterThan(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("nothing of the map is loaded until it is shown; it then stands in for the list, and lets it back", async ({
    page,
  }) => {
    const loaded: string[] = [];
    page.on("request", (request) => void loaded.push(request.url()));
    await page.goto("/buy", { waitUntil: "networkidle" });
    const ofMap = () => loaded.filter((url) => /maplibre|land\.|\/api\/map/.test(url));
    expect(ofMap()).toEqual([]);
    await page.getByRole("button", { name: "Show the map" }).click();
    await expect(marks(page).first()).toBeVisible();
    expect(ofMap()).not.toEqual([]);
    await expect(page.getByRole("article").first()).toBeHidden();
    await page.getByRole("button", { name: "Show the list" }).click();
    await expect(page.getByRole("article").first()).toBeVisible();
    await expect(marks(page).first()).toBeHidden();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("there is the list, and no room for a map that does not come", async ({ page }) => {
    await page.goto("/buy");
    await expect(page.getByRole("article").first()).toBeVisible();
    await expect(page.getByRole("region", { name: "Map of the homes" })).toBeHidden();
    await expect(page.getByRole("button", { name: /map/ })).toHaveCount(0);
  });
});
