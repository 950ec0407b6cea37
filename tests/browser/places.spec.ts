import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { agencyPath, agentPath } from "@/lib/agencies/agency";
import { listingPath } from "@/lib/listings/listing-path";
import { localityKey, localityLabel, suburbPath } from "@/lib/localities/locality";
import type { SuburbProfile } from "@/lib/localities/suburb-profile";
import { faults } from "@/tests/kit/kit-page";
import { firstListing, search, test, written } from "./portal";

const WIDTHS = [360, 768, 1440];

/** A listing of an agency, and the addresses of its suburb, agency and agent. */
async function setUp(request: APIRequestContext) {
  const listing = await firstListing(request, "channel=buy");
  const { agency, locality } = listing;
  const [agent] = listing.agents;
  if (agency === null || agent === undefined) throw new Error("The demo's newest listing has no agent.");
  const sold = await firstListing(request, "channel=sold");
  const key = localityKey(locality);
  const profile: SuburbProfile = await (await request.get(`/api/localities/${key}`)).json();
  return {
    ...{ listing, agency, agent, locality, key, profile },
    /** Where a sale is on record. */
    soldIn: sold.locality,
    ...{ suburb: suburbPath(locality), agencyPage: agencyPath(agency), agentPage: agentPath(agent) },
  };
}

async function checkPage(page: Page, what: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflowPx, `${what} at ${width}`).toBeLessThanOrEqual(0);
    expect(await faults(page), `${what} at ${width}`).toEqual([]);
  }
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });
    test.setTimeout(120_000);

    test("axe finds nothing wrong with the home page, or with those of a suburb, an agency and an agent", async ({
      page,
      request,
    }) => {
      const { listing, suburb, agencyPage, agentPage, soldIn } = await setUp(request);
      await page.goto(listingPath(listing));
      for (const path of [suburb, agencyPage, agentPage, "/"]) {
        await page.goto(path);
        await checkPage(page, path);
      }
      await page.goto(suburbPath(soldIn));
      await page.getByText("The figures as a table").click();
      await checkPage(page, "a suburb's figures");
    });
  });
}

test("a suburb says what homes cost, and how many its figures rest on", async ({ page, request }) => {
  const { suburb, locality, profile } = await setUp(request);
  await page.goto(suburb);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(localityLabel(locality));
  await expect(page).toHaveTitle(`${localityLabel(locality)}: prices, sales and homes · Verandah`);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", suburb);
  const figures = page.getByRole("region", { name: "Main figures" });
  const { daysOnMarket } = profile.lastYear.all;
  const tile = figures.locator("div", { hasText: "Median days on market" });
  await expect(tile.last()).toContainText(String(daysOnMarket.median ?? "Too few to say"));
  await expect(tile.last()).toContainText(`Of ${written(daysOnMarket.count)} sale`);
  const all = page.getByRole("main").getByRole("link", { name: /^Homes for sale: / });
  await expect(all).toHaveText(`Homes for sale: ${written(profile.stock.buy.all)}`);
  await all.click();
  await expect(page).toHaveURL(`/buy/${localityKey(locality)}`);
});

test("what the chart of a suburb shows can be read in a table, quarter by quarter", async ({
  page,
  request,
}) => {
  const { soldIn } = await setUp(request);
  const asked = await request.get(`/api/localities/${localityKey(soldIn)}`);
  const { quarters }: SuburbProfile = await asked.json();
  await page.goto(suburbPath(soldIn));
  const rows = page.getByRole("table", { name: "Sales on record, by quarter" }).getByRole("row");
  await expect(rows).toHaveCount(0);
  await page.getByText("The figures as a table").click();
  await expect(rows).toHaveCount(quarters.length + 1);
  const last = quarters.at(-1);
  await expect(rows.last().getByRole("cell").last()).toHaveText(String(last?.all.sales));
});

test("an agency shows its people and its homes, and each of them leads on", async ({ page, request }) => {
  const { agency, agent, agencyPage } = await setUp(request);
  const { total } = await search(request, `channel=buy&agency=${agency.slug}`);
  await page.goto(agencyPage);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(agency.name);
  await expect(page.getByRole("region", { name: "Main figures" })).toContainText(
    `${written(total)} for sale`,
  );
  await page.getByRole("region", { name: "Agents" }).getByRole("link", { name: agent.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(agent.name);
  await page.getByRole("main").getByRole("link", { name: agency.name }).first().click();
  await expect(page).toHaveURL(agencyPage);
});

test("pages of places and sellers say to machines what they are", async ({ request }) => {
  const { suburb, agencyPage, agentPage } = await setUp(request);
  for (const [path, types] of [
    [suburb, ["BreadcrumbList", "ItemList"]],
    [agencyPage, ["RealEstateAgent", "BreadcrumbList", "ItemList"]],
    [agentPage, ["Person", "BreadcrumbList", "ItemList"]],
  ] as const) {
    const text = await (await request.get(path)).text();
    const said = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
      ([, data = ""]) => JSON.parse(data)["@type"],
    );
    expect(said, path).toEqual(types);
  }
});

test("the sitemap leads to every kind of page", async ({ request }) => {
  const { suburb, agencyPage, agentPage, locality } = await setUp(request);
  const index = await (await request.get("/sitemap.xml")).text();
  for (const [part, path] of [
    [`/sitemap/${locality.region.slug}/suburbs.xml`, suburb],
    ["/sitemap/agencies/1.xml", agencyPage],
    ["/sitemap/agents/1.xml", agentPage],
  ] as const) {
    expect(index).toContain(`${part}</loc>`);
    expect(await (await request.get(part)).text()).toContain(`${path}</loc>`);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the pages of places and sellers read the same, and lead on", async ({ page, request }) => {
    const { suburb, agency, agencyPage, profile, key, soldIn } = await setUp(request);
    await page.goto("/");
    const explored = page.getByRole("region", { name: "Suburbs to explore" }).getByRole("link").first();
    const name = (await explored.textContent()) ?? "";
    await explored.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    await page.goto(suburbPath(soldIn));
    await page.getByText("The figures as a table").click();
    await expect(page.getByRole("table", { name: "Sales on record, by quarter" })).toBeVisible();
    await page.goto(suburb);
    await page.getByRole("link", { name: `All ${written(profile.stock.buy.all)} For sale` }).click();
    await expect(page).toHaveURL(`/buy/${key}`);
    await page.goto(agencyPage);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(agency.name);
  });
});
