import { expect, type Page, test } from "@playwright/test";
import { faults } from "@/tests/kit/kit-page";
import { anAgency, query, signIn, untilListening } from "./console-people";

test.describe.configure({ timeout: 180_000 });

const WIDTHS = [768, 1440];
const HEIGHT = 900;

/** An agent's browser, and a listing of theirs on show. */
async function setUp(page: Page): Promise<number> {
  const agency = await anAgency();
  const browser = page.context().browser();
  if (browser === null) throw new Error("There is no browser.");
  const { context } = await signIn(browser, { name: "Ada Agent", agency });
  await page.context().addCookies(await context.cookies());
  const [listing] = await query<{ id: number }>(
    `SELECT l.id FROM listing l JOIN agency a ON a.id = l.agency_id JOIN locality p ON p.id = l.locality_id JOIN region r ON r.id = p.region_id
     WHERE a.slug = $1 AND l.status = 'active' AND l.offer = 'sale' ORDER BY r.slug = 'nsw' DESC, l.id LIMIT 1`,
    [agency],
  );
  return listing?.id ?? 0;
}

/** A listing of anybody, brought to where these verbs are offered, in its editor. What was published just now another test goes on with. */
async function editListing(page: Page, { offer, status }: { offer: string; status: string }): Promise<void> {
  const [listing] = await query<{ id: number }>(
    `UPDATE listing SET status = $2::listing_status WHERE id = (
       SELECT max(id) FROM listing WHERE status = 'active' AND offer = $1::offer AND published_at < now() - interval '1 hour') RETURNING id`,
    [offer, status],
  );
  if (listing === undefined) throw new Error(`The demo has nothing for ${offer}.`);
  await page.goto(`/console/listings/${listing.id}`);
  await untilListening(page);
}

/** At each width: nothing for axe to find, and nothing to scroll sideways. */
async function checkPage(page: Page, what: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflowPx, `${what} at ${width}`).toBeLessThanOrEqual(0);
    expect(await faults(page), `${what} at ${width}`).toEqual([]);
  }
}

async function checkDialog(page: Page, what: string): Promise<void> {
  const open = '.dialog[role="dialog"], .dialog[role="alertdialog"]';
  await expect(page.locator(open), what).toBeVisible();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    expect(await faults(page, open), `${what} at ${width}`).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await expect(page.locator(open), what).toHaveCount(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("axe finds nothing wrong with the pages of the listings", async ({ page }) => {
      const id = await setUp(page);
      await page.goto("/console/listings");
      await expect(page.locator("[data-row]").first()).toBeVisible();
      await checkPage(page, "table");
      await page.goto("/console/listings?q=zzzzqq");
      await checkPage(page, "empty table");
      await page.goto(`/console/listings/${id}`);
      await checkPage(page, "editor");
      await page.goto("/console/listings/new");
      await untilListening(page);
      await page.getByRole("button", { name: "Make the draft" }).click();
      await expect(page.getByText("Choose a suburb from the list.")).toBeVisible();
      await checkPage(page, "new listing with what is missing");
      await page.goto(`/console/listings/${id}/history`);
      await checkPage(page, "history");
      await page.goto(`/console/listings/${id}/preview`);
      await checkPage(page, "preview");
      await page.goto("/console/listings/999999");
      await checkPage(page, "no such listing");
    });

    test("axe finds nothing wrong with what opens above the editor", async ({ page }) => {
      const id = await setUp(page);
      await page.goto(`/console/listings/${id}`);
      await untilListening(page);
      const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
      for (const verb of ["Under offer…", "Sold…", "Withdraw…"]) {
        await press(verb);
        if (verb === "Sold…") await page.getByRole("textbox", { name: "Sold for" }).fill("1,000");
        await checkDialog(page, verb);
      }
      await page.getByRole("textbox", { name: "Price as shown" }).fill("From $1,000");
      await page.getByRole("button", { name: "Add an auction" }).click();
      await checkPage(page, "editor with changes and warnings");
      await press("Discard…");
      await checkDialog(page, "discard");
      await page.getByRole("button", { name: "Remove inspection" }).last().click();
      await page.keyboard.press("Control+s");
      await checkDialog(page, "question about the price");
      const version = (await (await page.request.get(`/api/console/listings/${id}`)).json()).version;
      await page.request.patch(`/api/console/listings/${id}`, {
        headers: { origin: new URL(page.url()).origin, "sec-fetch-site": "same-origin" },
        data: { version, changes: { headline: `Changed by somebody else, ${colorScheme} ${version}` } },
      });
      await page.getByRole("textbox", { name: "Headline" }).fill("Mine");
      await page.keyboard.press("Control+s");
      await press("Save this price");
      await checkDialog(page, "conflict");
      await page.goto(`/console/listings/${id}/history`);
      await press("Undo…");
      await checkDialog(page, "undo");
    });

    test("axe finds nothing wrong with what is asked before a home is published, let or listed again", async ({
      page,
      browser,
    }) => {
      const { context } = await signIn(browser, { name: "Eve Editor" });
      await page.context().addCookies(await context.cookies());
      for (const [offer, status, verb] of [
        ["rent", "active", "Leased…"],
        ["sale", "draft", "Publish…"],
        ["sale", "withdrawn", "Relist…"],
      ] as const) {
        await editListing(page, { offer, status });
        await page.getByRole("button", { name: verb }).first().click();
        await checkDialog(page, verb);
      }
    });
  });
}
