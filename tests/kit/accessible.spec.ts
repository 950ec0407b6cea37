import { expect } from "@playwright/test";
import { faults, test } from "./kit-page";

const WIDTHS = [360, 768, 1440];
const HEIGHT = 900;

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with the kit at any width, and it does not scroll sideways", async ({
      page,
    }) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        const overflowPx = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflowPx, `at ${width} pixels`).toBeLessThanOrEqual(0);
        expect(await faults(page), `at ${width} pixels`).toEqual([]);
      }
    });

    for (const width of WIDTHS) {
      test(`axe finds nothing wrong with what opens above it at ${width} pixels`, async ({ page }) => {
        await page.setViewportSize({ width, height: HEIGHT });
        const press = (name: string) => page.getByRole("button", { name, exact: true }).first().click();
        const look = async (what: string, part: string) => {
          await expect(page.locator(part).first(), what).toBeVisible();
          expect(await faults(page, part), what).toEqual([]);
          await page.keyboard.press("Escape");
          await expect(page.locator(part), what).toHaveCount(0);
        };

        await press("Change the price");
        await look("dialog", '[role="dialog"]');
        await press("Delete…");
        await look("alert dialog", '[role="alertdialog"]');
        await press("Filters from below");
        await look("drawer", '[role="dialog"]');
        await press("Actions");
        await look("menu", '[role="menu"]');
        await press("Columns");
        await look("menu of columns", '[role="menu"]');
        await press("Who can see this?");
        await look("popover", '[role="dialog"]');
        for (const name of ["Suburb", "Council", "Owner", "Also shown in"]) {
          await page.getByRole("combobox", { name, exact: true }).press("ArrowDown");
          await look(name, ".popup");
        }
        await press("Withdraw, with Undo");
        await press("Fail");
        await expect(page.getByRole("region", { name: "Messages" }).getByText("Undo")).toBeVisible();
        expect(await faults(page, '[aria-label="Messages"]')).toEqual([]);
      });
    }
  });
}

test("the theme of the page overrides that of the system", async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByRole("radio", { name: "dark" }).check();
  await expect.poll(ground).toBe("rgb(22, 20, 16)");
  await page.getByRole("radio", { name: "light" }).check();
  await expect.poll(ground).toBe("rgb(247, 243, 236)");
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ground()).toBe("rgb(247, 243, 236)");
  await page.getByRole("radio", { name: "system" }).check();
  await expect.poll(ground).toBe("rgb(22, 20, 16)");
});
