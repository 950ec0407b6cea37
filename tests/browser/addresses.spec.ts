import { type APIRequestContext, expect } from "@playwright/test";
import { listingPath } from "@/lib/listings/listing-path";
import { firstListing, test } from "./portal";

const IDS_TRIED_MAX = 600;

/** Where an address leads: its status, and the address it redirects to. */
async function ask(request: APIRequestContext, path: string) {
  const response = await request.get(path, { maxRedirects: 0 });
  return { status: response.status(), to: response.headers().location ?? null, text: await response.text() };
}

test("any other spelling of a search redirects permanently to its canonical address", async ({ request }) => {
  const spellings = {
    "/buy/NSW": "/buy/nsw",
    "/buy?type=unit,house": "/buy?type=house,unit",
    "/buy?price=500000-&beds=3-": "/buy?beds=3-&price=500000-",
    "/buy?price-min=&price-max=900000&type=house&type=unit&beds=": "/buy?price=-900000&type=house,unit",
    "/rent?sort=newest": "/rent",
    "/sold?nonsense=1": "/sold",
  };
  for (const [spelling, canonical] of Object.entries(spellings)) {
    expect(await ask(request, spelling), spelling).toMatchObject({ status: 308, to: canonical });
  }
});

test("a canonical address answers itself, also with tracking parameters", async ({ request }) => {
  for (const path of ["/buy", "/buy/nsw", "/buy?beds=3-&price=500000-", "/rent?utm_source=letter&gclid=x"]) {
    expect((await ask(request, path)).status, path).toBe(200);
  }
});

test("whoever went to a place within a page comes back to that page from the next", async ({ page }) => {
  await page.goto("/about");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await skip.press("Enter");
  await expect(page).toHaveURL("/about#content");
  await page.getByRole("link", { name: "Privacy" }).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Privacy");
  await page.goBack();
  await expect(page).toHaveURL("/about#content");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Data and credits");
});

test("a page names its canonical address without the tracking parameters", async ({ request }) => {
  const { text } = await ask(request, "/buy?beds=3-&utm_source=letter");
  expect(text).toContain('<link rel="canonical" href="/buy?beds=3-"');
});

test("a search that can't be read answers 400 with the field, the reason and the way out", async ({
  request,
}) => {
  expect((await ask(request, "/buy?beds=many")).status).toBe(400);
  expect((await ask(request, "/buy?after=elsewhere")).status).toBe(400);
  const { text } = await ask(request, "/buy?beds=5-3");
  expect(text).toContain("beds");
  expect(text).toContain("upside down");
  expect(text).toContain('href="/buy"');
});

test("a place that does not exist answers 404 with a search box", async ({ request }) => {
  for (const path of [
    "/buy/atlantis",
    "/buy/nsw/atlantis",
    "/buy/n$w",
    "/nowhere",
    "/search?place=qqqqzzzzxxxx",
  ]) {
    const { status, text } = await ask(request, path);
    expect(status, path).toBe(404);
    expect(text, path).toContain('name="place"');
  }
});

test("a listing's address with another name redirects permanently to its own", async ({ request }) => {
  const listing = await firstListing(request, "channel=buy");
  expect(await ask(request, `/listing/anything-${listing.id}`)).toMatchObject({
    status: 308,
    to: listingPath(listing),
  });
  expect(await ask(request, `/listing/${listing.id}`)).toMatchObject({
    status: 308,
    to: listingPath(listing),
  });
});

test("a listing that never was, or that no id can name, answers 404", async ({ request }) => {
  for (const name of ["house-2147483647", "house-99999999999", "house", "house-0", "house-1x"]) {
    expect((await ask(request, `/listing/${name}`)).status, name).toBe(404);
  }
});

test("a listing that is no longer on offer answers 410 and leads to its suburb, and to others like it", async ({
  request,
}) => {
  const id = await findGoneId(request);
  const { status, text } = await ask(request, `/listing/home-${id}`);
  expect(status).toBe(410);
  expect(text).toMatch(/href="\/(buy|rent)\/[a-z-]+\/[a-z0-9-]+"/);
  const { items } = await (await request.get(`/api/listings/${id}/similar`)).json();
  const paths = items.map(listingPath);
  expect(paths.filter((path: string) => !text.includes(`href="${path}"`))).toEqual([]);
});

async function findGoneId(request: APIRequestContext): Promise<number> {
  for (let id = 1; id <= IDS_TRIED_MAX; id += 1) {
    if ((await request.get(`/api/listings/${id}`)).status() === 410) return id;
  }
  throw new Error(
    `None of the first ${IDS_TRIED_MAX} listings is withdrawn or leased; the seed should have some.`,
  );
}

test("the page of the design kit is no part of a built portal", async ({ request }) => {
  expect((await request.get("/dev/kit")).status()).toBe(404);
});

test("a browser that asks for an icon of its own accord, as when it goes back, is given one", async ({
  request,
}) => {
  const icon = await request.get("/favicon.ico");
  expect(icon.status()).toBe(200);
  expect(icon.headers()["content-type"]).toContain("icon");
});
