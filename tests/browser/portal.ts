import { type APIRequestContext, test as base, expect, type Page } from "@playwright/test";
import type { Listing } from "@/lib/listings/listing";
import type { ListingPage } from "@/lib/listings/search-answers";

/** Playwright's test, whose page fails it on any error in the console and on any request to another host. */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const noise = watch(page, new URL(baseURL ?? "").host);
    await use(page);
    expect(noise, "errors in the console and requests to other hosts").toEqual([]);
  },
});

/** One page of listings, as the API answers it. */
export async function search(request: APIRequestContext, query: string): Promise<ListingPage> {
  const response = await request.get(`/api/listings?${query}`);
  expect(response.status(), `/api/listings?${query}`).toBe(200);
  return response.json();
}

/** The first listing of a search, with everything that its page shows. */
export async function firstListing(request: APIRequestContext, query: string): Promise<Listing> {
  const [card] = (await search(request, query)).items;
  if (!card) throw new Error(`The seeded database has no listing for ${query}.`);
  return (await request.get(`/api/listings/${card.id}`)).json();
}

/** The ids of the cards on a page, in their order. */
export async function shownIds(page: Page): Promise<readonly number[]> {
  const links = await page
    .locator("article h3 a")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  return links.map((href) => Number(href?.split("-").at(-1)));
}

function watch(page: Page, host: string): string[] {
  const noise: string[] = [];
  page.on("pageerror", (error) => noise.push(`threw: ${error.message}`));
  page.on("console", (message) => {
    // What the API refuses the browser reports as an error of its own.
    const { url } = message.location();
    const isRefusal = new URL(url || "about:blank").pathname.startsWith("/api/");
    if (message.type() === "error" && !isRefusal) noise.push(`console: ${message.text()} ${url}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== host) noise.push(`request to ${url.host}`);
  });
  return noise;
}

/** 1074 as pages write it: "1,074". */
export function written(count: number): string {
  return count.toLocaleString("en-AU");
}
