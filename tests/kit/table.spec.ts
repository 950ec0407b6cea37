import { expect, type Page } from "@playwright/test";
import { test } from "./kit-page";

test("a table is one stop: the arrows walk its rows, space selects, Enter opens", async ({ page }) => {
  const table = live(page);
  const rows = table.locator("[data-row]");
  await expect(table.locator('[data-row][tabindex="0"]')).toHaveCount(1);
  await rows.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(rows.nth(1).getByRole("checkbox")).toBeChecked();
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.keyboard.press("End");
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page.getByText("3 Smith Street was opened.").first()).toBeVisible();
});

test("the head of a column sorts by it and says so", async ({ page }) => {
  const head = live(page).getByRole("columnheader", { name: "Price guide" });
  await expect(head).not.toHaveAttribute("aria-sort", /./);
  await head.getByRole("button").press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await head.getByRole("button").press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(live(page).locator("[data-row]").first()).toContainText("$1,850,000");
});

test("what is selected stays so when the page is turned, and all of a page are selected at once", async ({
  page,
}) => {
  const all = live(page).getByRole("checkbox", { name: "Select every row of this page" });
  await all.check();
  await expect(page.getByText("8 selected")).toBeVisible();
  await page.getByRole("button", { name: "Next page" }).press("Enter");
  await expect(page.getByText("9–16 of 23")).toBeVisible();
  await expect(page.getByText("8 selected")).toBeVisible();
  await live(page).locator("[data-row]").first().getByRole("checkbox").check();
  expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
});

test("a column can be hidden, but not the one that a row is known by", async ({ page }) => {
  await page.getByRole("button", { name: "Columns" }).press("Enter");
  await expect(page.getByRole("menuitemcheckbox", { name: "Address" })).toBeDisabled();
  await page.getByRole("menuitemcheckbox", { name: "Suburb" }).press("Space");
  await page.keyboard.press("Escape");
  await expect(live(page).getByRole("columnheader", { name: "Suburb" })).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("rows are cards with the names of their values, and are sorted by a choice", async ({ page }) => {
    const card = live(page).locator("[data-row]").first();
    const label = card.locator('[data-label="Suburb"]');
    expect(await label.evaluate((cell) => getComputedStyle(cell, "::before").content)).toBe('"Suburb"');
    await page.getByLabel("Sort by").first().selectOption("Price guide, highest first");
    await expect(card).toContainText("$1,850,000");
  });
});

function live(page: Page) {
  return page.getByRole("table", { name: "Listings of the agency" });
}
