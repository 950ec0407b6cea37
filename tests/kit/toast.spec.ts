import { expect } from "@playwright/test";
import { tabTo, test } from "./kit-page";

const AFTER_ALL_MS = 20_000;

test("a message is announced, is reached with F6, and its action undoes", async ({ page }) => {
  await page.getByRole("button", { name: "Withdraw, with Undo" }).press("Enter");
  const region = page.getByRole("region", { name: "Messages" });
  await expect(region.getByText("12 Smith Street is withdrawn.").first()).toBeVisible();
  await expect(
    page.locator("[aria-live]", { hasText: "12 Smith Street is withdrawn." }).first(),
  ).toBeAttached();
  await page.keyboard.press("F6");
  await tabTo(page, region.getByRole("button", { name: "Undo" }));
  await page.keyboard.press("Enter");
  await expect(region.getByText("12 Smith Street is back.").first()).toBeVisible();
});

test("a message goes away by itself, but not while it has the focus or the pointer", async ({ page }) => {
  await page.clock.install();
  await page.getByRole("button", { name: "Say that it is saved" }).press("Enter");
  const message = page.getByRole("region", { name: "Messages" }).getByText("The draft is saved.").first();
  await expect(message).toBeVisible();
  await message.hover();
  await page.clock.runFor(AFTER_ALL_MS);
  await expect(message).toBeVisible();
  await page.mouse.move(5, 5);
  await page.clock.runFor(AFTER_ALL_MS);
  await expect(message).toBeHidden();
});

test("a failure stays until it is dismissed", async ({ page }) => {
  await page.clock.install();
  await page.getByRole("button", { name: "Fail", exact: true }).press("Enter");
  const region = page.getByRole("region", { name: "Messages" });
  await expect(region.getByText("The photo was not added.").first()).toBeVisible();
  await page.clock.runFor(AFTER_ALL_MS);
  await expect(region.getByText("The photo was not added.").first()).toBeVisible();
  await page.keyboard.press("F6");
  await region.getByRole("button", { name: "Dismiss" }).press("Enter");
  await expect(region.getByText("The photo was not added.")).toHaveCount(0);
});
