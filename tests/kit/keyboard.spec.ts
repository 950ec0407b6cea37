import { expect } from "@playwright/test";
import { test } from "./kit-page";

test("a dialog takes the focus to what it is for, keeps it, and gives it back", async ({ page }) => {
  const opener = page.getByRole("button", { name: "Change the price" });
  await opener.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Change the price" });
  await expect(dialog.getByRole("textbox", { name: "Price guide" })).toBeFocused();
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press("Tab");
    await expect(dialog.locator(":focus")).toHaveCount(1);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test("a question about something that cannot be undone begins on the harmless answer, and needs one", async ({
  page,
}) => {
  const opener = page.getByRole("button", { name: "Delete…" });
  await opener.press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "Delete 12 photos?" });
  await expect(dialog.getByRole("button", { name: "Leave as it is" })).toBeFocused();
  await page.mouse.click(5, 5);
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Delete 12 photos" }).press("Enter");
  await expect(dialog.getByRole("button", { name: "Deleting…" })).toHaveAttribute("aria-busy", "true");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test("a confirmed thing that fails says so where it was asked, and can be tried again", async ({ page }) => {
  await page.getByRole("button", { name: "Fails…" }).press("Enter");
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Send it" }).press("Enter");
  await expect(dialog.getByText("It was not done")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Send it" })).not.toHaveAttribute("aria-busy", "true");
});

test("a drawer takes the focus, begins with what it holds, and gives it back", async ({ page }) => {
  const opener = page.getByRole("button", { name: "Filters from below" });
  await opener.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Filters" });
  await expect(drawer).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(drawer.getByRole("checkbox", { name: "House", exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(opener).toBeFocused();
});

test("a menu is walked with the arrows, passes to a letter typed, and does what is chosen", async ({
  page,
}) => {
  await page.getByRole("button", { name: "Actions" }).press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Edit" })).toBeFocused();
  await page.keyboard.press("d");
  await expect(page.getByRole("menuitem", { name: "Duplicate" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(page.getByText("Duplicate was chosen.").first()).toBeVisible();
});

test("tabs are one stop, and the arrows go through them", async ({ page }) => {
  const tabs = page.getByRole("tablist", { name: "12 Smith Street" });
  await tabs.getByRole("tab", { name: "Details" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  // The panel that leaves is there until the next frame.
  await expect(page.getByRole("tabpanel", { name: "Photos" })).toHaveText("Twelve photos.");
  await expect(page.getByRole("tabpanel")).toHaveCount(1);
  await expect(tabs.getByRole("tab", { selected: true })).toHaveText("Photos12");
});

test("a button that cannot be used says why to whoever comes to it, and does nothing", async ({ page }) => {
  const button = page.getByRole("button", { name: "Withdraw…" });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription("Select listings first.");
  await button.focus();
  await expect(page.getByRole("tooltip", { name: "Select listings first." })).toBeVisible();
});
