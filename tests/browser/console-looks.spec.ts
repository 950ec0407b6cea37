import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { ready, signIn, test } from "./people";

const HEIGHT = 900;

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with the pages before the console, and none scrolls sideways", async ({
      page,
      people,
    }) => {
      test.slow();
      const { link } = await people.invite({ role: "agent" });
      const pages = {
        "/sign-in": "Sign in",
        [link]: "Welcome to Verandah",
        [`/reset#${"x".repeat(43)}`]: "Another password",
      };
      for (const [path, heading] of Object.entries(pages)) {
        await page.goto(path);
        await expect(page.getByRole("heading", { name: heading })).toBeVisible();
        await look(page, [360, 768, 1440], path);
      }
    });

    test("axe finds nothing wrong with the pages of the console, and none scrolls sideways", async ({
      page,
      people,
    }) => {
      test.slow();
      await people.invite({ role: "agent" });
      await signIn(page, people.administrator);
      for (const [path, heading] of [
        ["/console/account", "My account"],
        ["/console/people", "People"],
      ] as const) {
        await page.goto(path);
        await ready(page);
        await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
        await look(page, [360, 768, 1440], path);
      }
      await page.getByRole("button", { name: "Invite somebody" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await look(page, [768, 1440], "the dialog of an invitation");
    });
  });
}

test("an agent's refusal has nothing that axe finds wrong, and the menu of a narrow screen works", async ({
  page,
  people,
}) => {
  await page.setViewportSize({ width: 768, height: HEIGHT });
  await signIn(page, await people.make({ role: "agent" }));
  await page.getByRole("button", { name: "Menu" }).click();
  const menu = page.getByRole("dialog", { name: "Console" });
  await expect(menu.getByRole("link", { name: "My account" })).toHaveAttribute("aria-current", "page");
  await look(page, [768], "the menu");
  await menu.getByTitle("Dark").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await look(page, [768, 1440], "chosen dark");
});

test("the first stop of the keyboard in the console skips to the content", async ({ page, people }) => {
  await signIn(page, people.administrator);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await skip.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

async function look(page: Page, widths: readonly number[], what: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT });
    const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflowPx, `${what} at ${width} pixels`).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const faults = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`,
    );
    expect(faults, `${what} at ${width} pixels`).toEqual([]);
  }
}
