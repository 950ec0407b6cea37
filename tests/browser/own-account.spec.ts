import { expect, type Page } from "@playwright/test";
import { codeOf, givePassword, PASSWORD, signIn, test, textOf } from "./people";

/** Turns the second factor on; answers the recovery codes. */
async function enrol(page: Page): Promise<readonly string[]> {
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await page.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("Code", { exact: true }).fill(codeOf(await textOf(page.locator("code"))));
  await page.getByRole("button", { name: "Turn it on" }).click();
  const codes = page.locator("[data-print-alone] li");
  await expect(codes).toHaveCount(10);
  return codes.allInnerTexts();
}

test("recovery codes cannot be passed over, can be downloaded, and one of them lets their owner in once", async ({
  page,
  people,
}) => {
  const account = await people.make({ role: "editor" });
  await signIn(page, account);
  const [code = ""] = await enrol(page);
  await expect(page.getByRole("button", { name: "Done" })).toBeDisabled();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("verandah-recovery-codes.txt");
  await page.getByLabel("I have kept them").check();
  await page.getByRole("button", { name: "Done" }).click();

  for (const isFirst of [true, false]) {
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("/sign-in");
    await page.goto("/sign-in?next=/console/account");
    await givePassword(page, account.email);
    await page.getByRole("button", { name: "Use a recovery code" }).click();
    await page.getByLabel("Recovery code", { exact: true }).fill(code);
    await page.getByRole("button", { name: "Sign in" }).click();
    if (!isFirst) return expect(page.locator("[data-failure]")).toContainText("each is good once");
    await page.waitForURL("/console/account");
    await expect(page.getByText("9 recovery codes are left.")).toBeVisible();
  }
});

test("the second factor is turned off with the password alone, and not without", async ({ page, people }) => {
  await signIn(page, await people.make({ role: "editor" }));
  await enrol(page);
  await page.getByLabel("I have kept them").check();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Turn it off…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password", { exact: true }).fill("not the password");
  await dialog.getByRole("button", { name: "Turn it off" }).click();
  await expect(dialog.getByLabel("Your password", { exact: true })).toBeFocused();
  await dialog.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Turn it off" }).click();
  await expect(page.getByRole("button", { name: "Set up a second factor" })).toBeVisible();
});

test("a session that is ended elsewhere ends here at the next step, and what was typed goes on after signing in", async ({
  page,
  browser,
  people,
  baseURL,
}) => {
  test.slow();
  const account = await people.make({ role: "editor" });
  await signIn(page, account);
  const elsewhere = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await signIn(elsewhere, account);

  await elsewhere.getByRole("button", { name: "End all others…" }).click();
  await elsewhere.getByRole("button", { name: "End them" }).click();
  await expect(elsewhere.getByText("You are signed in only here.")).toBeVisible();

  await page.getByLabel("Current password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("New password", { exact: true }).fill("four quiet lemons");
  await page.getByRole("button", { name: "Change the password" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog.getByLabel("E-mail")).toHaveValue(account.email);
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  // Three passwords are compared or made on the way.
  await expect(page.getByText("Your password is changed.")).toBeVisible({ timeout: 30_000 });

  // The other one has ended with the new password: its next page is that for signing in.
  await elsewhere.reload();
  await elsewhere.waitForURL(/\/sign-in\?next=/);
  await elsewhere.context().close();
});

test("a single session is ended after a question, and this one is marked", async ({
  page,
  browser,
  people,
  baseURL,
}) => {
  const account = await people.make({ role: "editor" });
  const elsewhere = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await signIn(elsewhere, account);
  await signIn(page, account);
  // The third came with the account: its invitation was accepted by a program.
  await expect(page.getByText("This one", { exact: true })).toHaveCount(1);
  await page.getByRole("button", { name: "End the session of Chrome" }).click();
  await page.getByRole("button", { name: "End it" }).click();
  await expect(page.getByText("The session of Chrome on Linux has ended.")).toBeVisible();
  await elsewhere.reload();
  await elsewhere.waitForURL(/\/sign-in\?next=/);
  await elsewhere.context().close();
});
