import { type Browser, expect, type Page, test } from "@playwright/test";
import { anAgency, query, signIn, untilListening } from "./console-people";

test.describe.configure({ timeout: 90_000 });

type Place = { readonly name: string; readonly region: string; readonly slug: string };

/** A suburb of New South Wales that no other shares its name with, and an agent of an agency, in a browser of their own. */
async function setUp(browser: Browser) {
  const [place] = await query<Place>(
    `SELECT p.name, r.slug AS region, p.slug FROM locality p JOIN region r ON r.id = p.region_id
     WHERE r.slug = 'nsw' AND length(p.name) > 8 AND (SELECT count(*) FROM locality o WHERE o.plain_name LIKE p.plain_name || '%') = 1
     ORDER BY random() LIMIT 1`,
  );
  if (place === undefined) throw new Error("The demo has no such suburb.");
  const { context } = await signIn(browser, { name: "Ada Agent", agency: await anAgency() });
  const everybody = await browser.newContext();
  const street = `${Math.floor(Math.random() * 1e6)} Test Parade`;
  return { place, street, page: await context.newPage(), reader: await everybody.newPage() };
}

async function make(page: Page, { street, place }: { street: string; place: Place }): Promise<number> {
  await page.goto("/console/listings");
  await page.getByRole("heading", { name: "Listings", level: 1 }).click();
  await expect(async () => {
    await page.keyboard.press("n");
    await page.waitForURL("**/console/listings/new*", { timeout: 3_000 });
  }).toPass();
  await page.getByRole("textbox", { name: "Street" }).fill(street);
  await page.getByRole("combobox", { name: "Suburb" }).fill(place.name);
  await page.getByRole("option", { name: place.name }).first().click();
  await page.getByRole("textbox", { name: "Bedrooms" }).fill("3");
  await page.getByRole("textbox", { name: "Price as shown" }).fill("1250000");
  await page.getByRole("textbox", { name: "Headline" }).fill("A home made by a test");
  await expect(page.getByRole("textbox", { name: "Price as shown" })).toHaveValue("$1,250,000");
  await page.getByRole("textbox", { name: "Description" }).fill("Quiet, and near the train.");
  await page.keyboard.press("Control+s");
  await page.waitForURL(/\/console\/listings\/\d+$/);
  return Number(new URL(page.url()).pathname.split("/").at(-1));
}

async function decide(page: Page, verb: string, confirm: string): Promise<void> {
  await page.getByRole("button", { name: `${verb}…` }).click();
  await page.getByRole("dialog").getByRole("button", { name: confirm }).click();
  await expect(page.getByRole("dialog", { name: /\?$/ })).toHaveCount(0, { timeout: 15_000 });
}

/** Goes there, or anew to where one is; again while the page itself says that it may be out of date, as it does on a machine without time. */
async function look(reader: Page, path?: string): Promise<void> {
  await expect(async () => {
    await (path === undefined ? reader.reload() : reader.goto(path));
    await expect(reader.getByText("This page may be out of date.")).toHaveCount(0);
  }).toPass();
}

test("what an agent makes, publishes, reprices, sells and takes back is what everybody sees after each step", async ({
  browser,
}) => {
  const { place, street, page, reader } = await setUp(browser);
  const id = await make(page, { street, place });
  const [channel, page404] = [(name: string) => `/${name}/${place.region}/${place.slug}`, `/listing/x-${id}`];
  const card = reader.getByRole("article").getByRole("link", { name: street });
  expect((await reader.request.get(page404)).status()).toBe(404);

  await decide(page, "Publish", "Publish it");
  await expect(page.getByText("It is shown under Buy.")).toBeVisible();
  await look(reader, channel("buy"));
  await expect(card).toBeVisible();
  await card.click();
  await expect(reader.getByRole("heading", { level: 1, name: street })).toBeVisible();
  await expect(reader.getByText("$1,250,000").first()).toBeVisible();

  await page.getByRole("textbox", { name: "Price as shown" }).fill("$1.1m – $1.2m");
  await expect(page.getByRole("textbox", { name: "Searched from" })).toHaveValue("1,100,000");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Its public page shows it now.")).toBeVisible();
  await look(reader);
  await expect(reader.getByText("$1.1m – $1.2m").first()).toBeVisible();
  expect((await (await reader.request.get(`/api/listings/${id}`)).json()).price).toMatchObject({
    ...{ display: "$1.1m – $1.2m", low: 1_100_000, high: 1_200_000 },
  });

  await page.getByRole("button", { name: "Sold…" }).click();
  await page.getByRole("textbox", { name: "Sold for" }).fill("1,180,000");
  await expect(page.getByText("Sold for $1,180,000")).toBeVisible();
  await page.getByRole("button", { name: "Mark it as sold" }).click();
  await expect(page.getByText("It has left Buy and is shown under Sold.")).toBeVisible();
  await look(reader, channel("buy"));
  await expect(reader.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(card).toHaveCount(0);
  await look(reader, channel("sold"));
  await expect(card).toBeVisible();
  await card.click();
  await expect(reader.getByRole("heading", { level: 1, name: street })).toBeVisible();
  await expect(reader.getByText("Sold for $1,180,000").first()).toBeVisible();

  await page.getByRole("link", { name: "History" }).click();
  const sale = page.getByRole("listitem").filter({ hasText: "Marked it as sold" });
  await expect(sale).toContainText("Ada Agent");
  await sale.getByRole("button", { name: "Undo…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo it" }).click();
  await expect(page.getByText("The change is undone.")).toBeVisible();
  await look(reader);
  await expect(reader.getByText("$1.1m – $1.2m").first()).toBeVisible();
  await look(reader, channel("buy"));
  await expect(card).toBeVisible();
});

test("the second of two editors sees both versions field by field, and what they choose is saved", async ({
  browser,
}) => {
  const { place, street, page } = await setUp(browser);
  const id = await make(page, { street, place });
  const { context } = await signIn(browser, { name: "Edith Editor" });
  const other = await context.newPage();
  await other.goto(`/console/listings/${id}`);
  await untilListening(other);
  await other.getByRole("textbox", { name: "Headline" }).fill("As Edith has it");
  await other.getByRole("textbox", { name: "Bathrooms" }).fill("2");
  await page.reload();
  await untilListening(page);
  await page.getByRole("textbox", { name: "Headline" }).fill("As Ada has it");
  await page.getByRole("textbox", { name: "Car spaces" }).fill("1");
  await other.keyboard.press("Control+s");
  await expect(other.getByText("nobody else sees it")).toBeVisible();

  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: /was changed while you edited it/ });
  await expect(dialog).toContainText("Edith Editor");
  const headline = dialog.getByRole("group", { name: "Headline" });
  await expect(headline).toContainText("As Edith has it");
  await expect(headline).toContainText("As Ada has it");
  await expect(dialog.getByText("It was: A home made by a test.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Save the choice" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );

  await dialog.getByRole("button", { name: "Back to editing" }).click();
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue("As Ada has it");
  await page.keyboard.press("Control+s");
  await headline.getByRole("radio", { name: "Keep mine" }).check();
  await dialog.getByRole("button", { name: "Save the choice" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("nobody else sees it")).toBeVisible();
  const { fields } = await (await page.request.get(`/api/console/listings/${id}`)).json();
  expect(fields).toMatchObject({ headline: "As Ada has it", baths: 2, parking: 1 });
});

test("what is typed and not saved is there again after the page was left, and can be discarded", async ({
  browser,
}) => {
  const { place, street, page } = await setUp(browser);
  const id = await make(page, { street, place });
  await page.getByRole("textbox", { name: "Headline" }).fill("Half a thou");
  await page.getByRole("link", { name: "Listings", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: "Listings", level: 1 })).toBeVisible();
  await page.goto(`/console/listings/${id}`);
  await expect(page.getByText("Your unsaved changes are back")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue("Half a thou");
  await untilListening(page);

  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("Only you see this")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Half a thou" })).toBeVisible();
  await page.getByRole("link", { name: "Back to editing" }).click();
  await page.getByRole("button", { name: "Discard them" }).click();
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue("A home made by a test");
  await expect(page.getByText("Everything is saved.")).toBeVisible();
});

test("what the server would refuse is said beside its field, and the first of them gets the focus", async ({
  browser,
}) => {
  const { place, street, page } = await setUp(browser);
  await make(page, { street, place });
  const beds = page.getByRole("textbox", { name: "Bedrooms" });
  await page.getByRole("textbox", { name: "Headline" }).fill("");
  await beds.fill("many");
  await page.keyboard.press("Control+s");
  await expect(beds).toBeFocused();
  await expect(page.getByText("Bedrooms must be a whole number from 0 to 99.")).toBeVisible();
  await expect(page.getByText("Headline must have 1 to 200 characters.")).toBeVisible();
});

test("a price that the state's rules object to is warned of as it is typed, with the source", async ({
  browser,
}) => {
  const { place, street, page } = await setUp(browser);
  await make(page, { street, place });
  await page.getByRole("textbox", { name: "Price as shown" }).fill("From $1,250,000");
  await expect(page.getByText("leaves the price open upwards")).toBeVisible();
  await expect(page.getByRole("link", { name: /Property and Stock Agents Act 2002/ })).toBeVisible();
});

test("the table is worked with the keyboard alone", async ({ browser }) => {
  const { place, street, page } = await setUp(browser);
  await make(page, { street, place });
  await page.goto("/console/listings");
  const box = page.getByRole("searchbox", { name: "Search listings" });
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(box).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(street);
  await expect(page.locator("[data-row]")).toHaveCount(1);
  await expect(page).toHaveURL(/q=/);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[data-row]")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: street })).toBeVisible();
});
