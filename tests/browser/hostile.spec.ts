import { expect, type Page } from "@playwright/test";
import type { Listing } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { localityKey, suburbPath } from "@/lib/localities/locality";
import { reportPath } from "@/lib/reports/report";
import { query } from "./console-people";
import { test } from "./portal";

const SCRIPT = `</script><script>document.title="taken";alert(1)</script><img src=x onerror=alert(1)>`;
const RTL = "בית עם גינה \u202eשקטה بيت مع حديقة";
const EMOJI = "👩‍👩‍👧‍👦🏡".repeat(6);
const LONG = "W".repeat(10_000);

/** As hostile as the database takes them, in every field of a listing, of who sells it and of where it comes from that shows text. */
const HOSTILE = {
  headline: `${SCRIPT} ${EMOJI}`.slice(0, 180),
  street: `${SCRIPT} ${RTL} ${EMOJI} ${LONG}`,
  price: `${SCRIPT.slice(0, 60)}${"9".repeat(30)}`,
  description: `${SCRIPT}\n\n${RTL}\n\n${LONG}\n\n${EMOJI}\n\n${EMOJI}`,
  features: [SCRIPT.slice(0, 90), RTL, LONG, EMOJI, "<!--", "{{7*7}}"],
  name: `${SCRIPT} ${RTL} ${EMOJI} ${LONG}`,
  phone: `${SCRIPT}${RTL}${LONG}`,
  email: `"${SCRIPT}"@${LONG}.example`,
  website: `javascript:alert(1)//${SCRIPT}${LONG}`,
};

/** Two new homes that come first everywhere: one with pictures, and one of a source that has none. Each test has its own. */
async function insertHostile(isDemo: boolean): Promise<{ id: number; agency: string; agent: string }> {
  const slug = `hostile-${Date.now()}-${isDemo ? "drawn" : "bare"}`;
  const [row] = await query<{ id: number }>(
    `WITH model AS (
       SELECT locality_id, latitude, longitude, source_id FROM listing
        WHERE status = 'active' AND offer = 'sale' AND latitude IS NOT NULL AND source_id IS NOT NULL ORDER BY id LIMIT 1),
     own_agency AS (
       INSERT INTO agency (slug, name, phone, email, website, locality_id)
       SELECT $1, $2, $3, $4, $5, locality_id FROM model RETURNING id),
     own_agent AS (
       INSERT INTO agent (agency_id, slug, name, phone, email) SELECT id, $1, $2, $3, $4 FROM own_agency RETURNING id),
     own_source AS (INSERT INTO feed_source (slug, name, kind, credit) VALUES ($1, $2, 'csv', $10) RETURNING id),
     home AS (
       INSERT INTO listing (offer, status, property_type, headline, price_display, price_low, price_high, price_currency,
           street, description, features, locality_id, latitude, longitude, agency_id, source_id, external_id, published_at)
       SELECT 'sale', 'active', 'house', $6, $7, 900000, 950000, 'AUD', $8, $10, $9, locality_id, latitude, longitude,
           own_agency.id, CASE WHEN $11 THEN model.source_id ELSE own_source.id END, $1, now()
         FROM model, own_agency, own_source RETURNING id),
     sold_by AS (INSERT INTO listing_agent (listing_id, agent_id) SELECT home.id, own_agent.id FROM home, own_agent),
     history AS (
       INSERT INTO listing_event (listing_id, kind, occurred_on, price_display, price_low, price_high)
       SELECT id, 'listed'::listing_event_kind, current_date - 9, $7, 900000, 950000 FROM home
       UNION ALL SELECT id, 'price_changed', current_date - 1, $7, 800000, 850000 FROM home)
     SELECT id FROM home`,
    [
      ...[slug, HOSTILE.name, HOSTILE.phone, HOSTILE.email, HOSTILE.website],
      ...[HOSTILE.headline, HOSTILE.price, HOSTILE.street, HOSTILE.features, HOSTILE.description, isDemo],
    ],
  );
  if (row === undefined) throw new Error("The demo has no home for sale.");
  return { id: row.id, agency: slug, agent: slug };
}

/** Nothing of it ran, and the page is as wide as the window. */
async function expectUnbroken(page: Page, what: string): Promise<void> {
  expect(await page.title(), what).not.toBe("taken");
  await expect(page.locator("img[src=x]"), what).toHaveCount(0);
  await expect(page.locator('[href^="javascript:"]'), what).toHaveCount(0);
  const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflowPx, what).toBeLessThanOrEqual(0);
}

for (const isDemo of [true, false])
  test(`hostile texts in every field of a home ${isDemo ? "with" : "without"} pictures are texts, on every page that shows them`, async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const { id, agency, agent } = await insertHostile(isDemo);
    const asked = await request.get(`/api/listings/${id}`);
    const listing: Listing = await asked.json();
    expect(listing).toMatchObject({ headline: HOSTILE.headline, street: HOSTILE.street });
    const { locality } = listing;
    const paths = [
      ...["/", "/buy", `/buy/${localityKey(locality)}`, `/buy?agency=${agency}`, listingPath(listing)],
      ...[suburbPath(locality), `/agency/${agency}`, `/agent/${agent}`, reportPath(id)],
    ];
    for (const path of paths)
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const answer = await page.goto(path, { waitUntil: "networkidle" });
        expect(answer?.status(), path).toBe(200);
        await expect(page.getByText(SCRIPT).filter({ visible: true }).first(), path).toBeVisible();
        await expectUnbroken(page, `${path} at ${width}`);
      }
    expect(dialogs).toEqual([]);
    await query("UPDATE listing SET status = 'withdrawn' WHERE id = $1", [id]);
  });

test("what a hostile home says to machines, and the picture beside its link, are whole", async ({
  page,
  request,
}) => {
  const { id } = await insertHostile(true);
  const listing: Listing = await (await request.get(`/api/listings/${id}`)).json();
  await page.goto(listingPath(listing));
  await page.locator("summary", { hasText: "Read more" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "{{7*7}}" })).toBeVisible();
  await expectUnbroken(page, "the whole description");
  const data = await page.locator('script[type="application/ld+json"]').first().textContent();
  expect(JSON.parse(data ?? "")).toMatchObject({ name: HOSTILE.headline, description: HOSTILE.description });
  expect((await request.get(`${listingPath(listing)}/share.jpg`)).status()).toBe(200);
  const feed = await request.get("/feed/buy");
  expect(feed.status()).toBe(200);
  expect(await feed.text()).not.toContain("<script");
  await query("UPDATE listing SET status = 'withdrawn' WHERE id = $1", [id]);
});
