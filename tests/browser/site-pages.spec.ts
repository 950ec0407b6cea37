import { expect } from "@playwright/test";
import { listingPath } from "@/lib/listings/listing-path";
import { reportPath } from "@/lib/reports/report";
import { faults } from "@/tests/kit/kit-page";
import { firstListing, test } from "./portal";

const WIDTHS = [360, 768, 1440];
const PAGES = ["/about", "/privacy", "/terms", "/accessibility", "/report"];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("axe finds nothing wrong with the pages of the site at any width, and none scrolls sideways", async ({
      page,
      request,
    }) => {
      const { id } = await firstListing(request, "channel=buy");
      for (const path of [...PAGES, reportPath(id), "/report/sent?reference=ABCD2345"]) {
        await page.goto(path);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const overflowPx = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(overflowPx, `${path} at ${width}`).toBeLessThanOrEqual(0);
          expect(await faults(page), `${path} at ${width}`).toEqual([]);
        }
      }
    });
  });
}

test("the foot of every page leads to the pages of the site, each with one main heading", async ({
  page,
}) => {
  await page.goto("/");
  const hrefs = await page
    .getByRole("navigation", { name: "Footer" })
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(hrefs).toEqual(expect.arrayContaining(PAGES));
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
    await expect(page.locator('link[rel="canonical"]'), path).toHaveAttribute("href", path);
  }
});

test("reading needs no cookie, and leaves in the browser what the page on privacy says", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, "channel=buy");
  await page.goto(listingPath(listing));
  await page.waitForFunction(() => localStorage.getItem("verandah-viewed") !== null);
  for (const path of ["/", "/buy", ...PAGES]) await page.goto(path);
  expect(await page.context().cookies()).toEqual([]);
  const keys = await page.evaluate(() => Object.keys(localStorage).sort());
  expect(keys).toEqual(["verandah-viewed"]);
  await page.goto("/privacy");
  for (const key of keys) await expect(page.locator("code", { hasText: key })).toBeVisible();
});

test("what is missing in a report is said beside its field, where the focus goes; and then it is taken", async ({
  page,
  request,
}) => {
  const listing = await firstListing(request, "channel=buy");
  await page.goto(reportPath(listing.id));
  await expect(page.getByRole("main").getByRole("link", { name: listing.locality.name })).toHaveAttribute(
    "href",
    listingPath(listing),
  );
  await expect(page.locator("form[novalidate]")).toBeVisible();
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Choose what is wrong.")).toBeVisible();
  await expect(page.getByText("Say what is wrong, in a sentence or two.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /What we should know/ })).toBeFocused();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("radio", { name: "The home is no longer on offer" }).check();
  await page.getByRole("textbox", { name: /What we should know/ }).fill("A neighbour says that it is sold.");
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you");
  await expect(page.getByText(/Its reference is [2-9A-HJ-NP-Z]{8}\./)).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a report of a listing by its address is taken, and answered with a reference", async ({
    page,
    request,
  }) => {
    const listing = await firstListing(request, "channel=buy");
    await page.goto("/report");
    await page
      .getByRole("textbox", { name: /Which listing/ })
      .fill(`https://homes.example${listingPath(listing)}`);
    await page.getByRole("radio", { name: /Something in it is wrong/ }).check();
    await page.getByRole("textbox", { name: /What we should know/ }).fill("It has two bathrooms.");
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page).toHaveURL(/\/report\/sent\?reference=[2-9A-HJ-NP-Z]{8}$/);
  });
});

test("a form about a listing that there is not leads to a page that says why it was refused", async ({
  request,
  baseURL,
}) => {
  const answer = await request.post("/api/reports", {
    form: { listing: "2000000000", reason: "other", message: "Nothing.", email: "" },
    headers: { origin: baseURL ?? "", "sec-fetch-site": "same-origin" },
  });
  expect([answer.status(), new URL(answer.url()).pathname]).toEqual([404, "/report/refused"]);
  expect(await answer.text()).toContain("There is no such listing");
});
