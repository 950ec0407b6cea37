import { expect } from "@playwright/test";
import { codeOf, givePassword, makeEmail, PASSWORD, ready, textOf, verandah } from "./people";
import { test } from "./portal";

// Needs a portal at which nobody can sign in yet: bin/test has one.
test("the first administrator is made on the command line, accepts the link, adds a second factor and signs in with it", async ({
  page,
}) => {
  test.setTimeout(90_000);
  await page.goto("/sign-in");
  await expect(page.getByText("Nobody can sign in yet")).toBeVisible();
  await expect(page.locator("pre")).toContainText("bin/verandah user create --role administrator");

  const email = makeEmail("first");
  const link = await verandah("user", "create", "--role=administrator", `--email=${email}`, "--name=Fay");
  await page.goto(link);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Accept and sign in" }).click();
  await page.waitForURL((url) => url.pathname === "/console/listings");

  await page.goto("/console/account");
  await ready(page);
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await page.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const secret = await textOf(page.locator("code"));
  await page.getByLabel("Code", { exact: true }).fill(codeOf(secret));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeFocused();
  await expect(page.locator("[data-print-alone] li")).toHaveCount(10);
  await page.getByLabel("I have kept them").check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("/sign-in");
  await expect(page.getByText("Nobody can sign in yet")).toBeHidden();
  await page.goto("/sign-in?next=/console/account");
  await givePassword(page, email);
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  // The code of the step before was used: it is good once.
  await page.getByLabel("Code", { exact: true }).fill(codeOf(secret, { stepsLater: 1 }));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("/console/account");
});
