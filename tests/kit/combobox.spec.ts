import { expect } from "@playwright/test";
import { test } from "./kit-page";

/** The kit's slow list: it waits for a pause in the typing, and takes longer over a short text. */
const TYPING_MS = 200;
const LONG_TEXT_MS = 600;
const SHORT_TEXT_MS = 2_000;

test("one of many is typed, walked to and chosen with the keyboard alone", async ({ page }) => {
  const field = page.getByRole("combobox", { name: "Suburb", exact: true });
  await field.pressSequentially("new");
  await expect(page.getByRole("listbox", { name: "Suburb" }).getByRole("option")).toHaveText([
    "Newtown NSW 2042",
    "Newtown VIC 3220",
    "New Farm QLD 4005",
  ]);
  await field.press("ArrowDown");
  const second = page.getByRole("option", { name: "Newtown VIC 3220" });
  await expect(field).toHaveAttribute("aria-activedescendant", (await second.getAttribute("id")) ?? "");
  await field.press("Enter");
  await expect(field).toHaveValue("Newtown");
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await expect(field).toBeFocused();
});

test("escape and leaving the field close the list and change nothing", async ({ page }) => {
  const field = page.getByRole("combobox", { name: "Office", exact: true });
  await field.press("ArrowDown");
  await expect(page.getByRole("listbox", { name: "Office" })).toBeVisible();
  await field.press("Escape");
  await expect(page.getByRole("listbox", { name: "Office" })).toBeHidden();
  await field.press("ArrowDown");
  await field.press("ArrowDown");
  await field.press("Tab");
  await expect(page.getByRole("listbox", { name: "Office" })).toBeHidden();
  await expect(field).toHaveValue("Newtown");
});

test("nothing found, still loading and failed each say so", async ({ page }) => {
  const says = page.locator(".popup [role=status]");
  await page.getByRole("combobox", { name: "Suburb", exact: true }).pressSequentially("xyz");
  await expect(says).toHaveText("Nothing matches “xyz”.");
  await page.getByRole("combobox", { name: "Owner", exact: true }).press("ArrowDown");
  await expect(says).toHaveText("Looking…");
  await page.getByRole("combobox", { name: "Council", exact: true }).press("ArrowDown");
  await expect(says).toHaveText("The list did not come.");
});

test("a list that did not come is asked for again with the arrows and Enter", async ({ page }) => {
  const field = page.getByRole("combobox", { name: "Council", exact: true });
  await field.press("ArrowDown");
  await expect(page.getByRole("option", { name: "Try again" })).toBeVisible();
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(page.getByRole("listbox", { name: "Council" }).getByRole("option")).toHaveCount(8);
  await expect(field).toHaveValue("");
});

test("an answer that comes late does not replace a later one", async ({ page }) => {
  const field = page.getByRole("combobox", { name: "Agency", exact: true });
  await page.clock.install();
  await field.pressSequentially("new");
  await page.clock.runFor(TYPING_MS);
  await field.fill("frem");
  await page.clock.runFor(LONG_TEXT_MS);
  const options = page.getByRole("listbox", { name: "Agency" }).getByRole("option");
  await expect(options).toHaveText(["Fremantle WA 6160"]);
  await page.clock.runFor(SHORT_TEXT_MS);
  await expect(options).toHaveText(["Fremantle WA 6160"]);
});

test("several are chosen in one go, and taken back with backspace", async ({ page }) => {
  const field = page.getByRole("combobox", { name: "Alerts for", exact: true });
  const list = page.getByRole("listbox", { name: "Alerts for" });
  await field.pressSequentially("new");
  await expect(list.getByRole("option")).toHaveCount(3);
  await list.getByRole("option", { name: "Newtown NSW 2042" }).click();
  await list.getByRole("option", { name: "New Farm QLD 4005" }).click();
  await expect(list.getByRole("option", { selected: true })).toHaveCount(2);
  await field.fill("");
  await field.press("Escape");
  const removers = page.getByLabel("Chosen: Alerts for").getByRole("button", { name: /^Remove/ });
  await expect(removers).toHaveCount(2);
  await field.press("Backspace");
  await expect(removers).toHaveCount(1);
});
