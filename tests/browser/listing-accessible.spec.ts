import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { listingPath } from "@/lib/listings/listing-path";
import { firstListing, test } from "./portal";

async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with a listing, nor with its pictures on the whole screen, at any width", async ({
      page,
      request,
    }) => {
      const listing = await firstListing(request, "channel=buy&type=house&price=500000-");
      await page.emulateMedia({ reducedMotion: "reduce" });
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(listingPath(listing));
        await page.getByRole("button", { name: "Full screen" }).waitFor();
        for (const summary of await page.locator("details > summary").all()) await summary.click();
        expect(await faults(page), `at ${width} pixels`).toEqual([]);
        await page.getByRole("button", { name: "Full screen" }).click();
        await page.getByRole("dialog").waitFor();
        expect(await faults(page), `whole screen at ${width} pixels`).toEqual([]);
      }
    });
  });
}
