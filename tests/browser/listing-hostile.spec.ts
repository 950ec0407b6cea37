import { expect, type Page } from "@playwright/test";
import type { Listing } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { query } from "./console-people";
import { test } from "./portal";

const SCRIPT = `</script><script>document.title="taken"</script><img src=x onerror=alert(1)>`;
const RTL = "בית עם גינה \u202eשקטה بيت مع حديقة";
const EMOJI = "👩‍👩‍👧‍👦🏡".repeat(6);
const LONG = "W".repeat(90);

/** Texts that the database takes, as hostile as they come, in every field of a listing that shows text. */
const HOSTILE = {
  headline: `${SCRIPT} ${EMOJI}`.slice(0, 180),
  street: `${LONG}${RTL}`,
  price: `${SCRIPT.slice(0, 60)}${"9".repeat(30)}`,
  description: `${SCRIPT}\n\n${RTL}\n\n${"a".repeat(10_000)}\n\n${EMOJI}\n\n${EMOJI}`,
  features: [SCRIPT.slice(0, 90), RTL, LONG, EMOJI.slice(0, 60), "<!--", "{{7*7}}"],
};

/** The oldest home on show, made hostile: no other page begins with it. */
async function makeHostile(): Promise<number> {
  const [row] = await query<{ id: number }>(
    `UPDATE listing SET headline = $1, street = $2, price_display = $3, description = $4, features = $5, hide_street = false
     WHERE id = (SELECT id FROM listing WHERE status = 'active' AND offer = 'sale' AND property_type = 'unit'
       ORDER BY published_at, id LIMIT 1) RETURNING id`,
    [HOSTILE.headline, HOSTILE.street, HOSTILE.price, HOSTILE.description, HOSTILE.features],
  );
  if (row === undefined) throw new Error("The demo has no unit for sale.");
  return row.id;
}

async function overflowPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test("hostile texts in every field of a listing are texts, and break neither its page, its picture nor its data", async ({
  page,
  request,
}) => {
  const id = await makeHostile();
  const read = async (): Promise<Listing> => (await request.get(`/api/listings/${id}`)).json();
  await expect.poll(async () => (await read()).headline).toBe(HOSTILE.headline);
  const listing = await read();
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(listingPath(listing));
    await expect(page.getByRole("heading", { level: 2, name: HOSTILE.headline })).toBeVisible();
    await expect(page.getByText(HOSTILE.price, { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "{{7*7}}" })).toBeVisible();
    expect(await page.title()).not.toBe("taken");
    await expect(page.locator("img[src=x]")).toHaveCount(0);
    await page.locator("summary", { hasText: "Read more" }).click();
    expect(await overflowPx(page), `at ${width} pixels`).toBeLessThanOrEqual(0);
    const data = await page.locator('script[type="application/ld+json"]').first().textContent();
    expect(JSON.parse(data ?? "")).toMatchObject({
      name: HOSTILE.headline,
      description: HOSTILE.description,
    });
  }
  expect((await request.get(`${listingPath(listing)}/share.jpg`)).status()).toBe(200);
});
