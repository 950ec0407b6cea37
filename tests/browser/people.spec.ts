import { expect } from "@playwright/test";
import { makeAdministrator, makeEmail, PASSWORD, ready, signIn, test, textOf } from "./people";

test("an administrator invites an agent by a link, who accepts it in another browser and sees no people", async ({
  page,
  browser,
  people,
  baseURL,
}) => {
  await signIn(page, people.administrator, "/console/people");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  const email = makeEmail("alan");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Name", { exact: true }).fill("Alan Agent");
  await page.getByRole("button", { name: "Make the invitation" }).click();
  await expect(page.getByText("Choose the agency that they work for.")).toBeVisible();
  await page.getByRole("combobox", { name: "Agency" }).press("ArrowDown");
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: "Make the invitation" }).click();
  const link = await textOf(page.getByRole("dialog").getByText("/invitation#"));
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row").filter({ hasText: email })).toContainText("Agent of");

  const elsewhere = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await elsewhere.goto(link);
  await elsewhere.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await elsewhere.getByRole("button", { name: "Accept and sign in" }).click();
  await elsewhere.waitForURL("/console/listings");
  await expect(elsewhere.getByRole("link", { name: "People" })).toHaveCount(0);
  const refused = await elsewhere.goto("/console/people");
  expect(refused?.status()).toBe(403);
  await expect(elsewhere.getByText("This page is not for your role")).toBeVisible();
  await expect(elsewhere.getByText(people.administrator.email)).toHaveCount(0);

  // Out at once, wherever they are.
  await page.reload();
  await ready(page);
  await page.getByRole("row").filter({ hasText: email }).getByRole("button").click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).click();
  await page.getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByText("Alan Agent is deactivated.")).toBeVisible();
  await elsewhere.goto("/console/account");
  await elsewhere.waitForURL(/\/sign-in\?next=/);
  await elsewhere.context().close();
});

test("a role is changed and a link for another password made from the menu of a row", async ({
  page,
  browser,
  people,
  baseURL,
}) => {
  const account = await people.make({ role: "editor", name: "Edith Editor" });
  await signIn(page, people.administrator, "/console/people");
  const row = page.getByRole("row").filter({ hasText: account.email });
  await row.getByRole("button").click();
  await page.getByRole("menuitem", { name: "Change the role…" }).click();
  await page.getByRole("radio", { name: "Administrator" }).check();
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(row).toContainText("Administrator");

  await row.getByRole("button").click();
  await page.getByRole("menuitem", { name: "Link for another password…" }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await textOf(page.getByRole("dialog").getByText("/reset#"));
  const elsewhere = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await elsewhere.goto(link);
  await elsewhere.getByLabel("New password", { exact: true }).fill("four quiet lemons");
  await elsewhere.getByRole("button", { name: "Change the password" }).click();
  await expect(elsewhere.getByText("Your password is changed")).toBeVisible();
  await elsewhere.context().close();
});

test("an open invitation gets another link, and is taken back after a question", async ({ page, people }) => {
  const { email, link } = await people.invite({ role: "editor" });
  await signIn(page, people.administrator, "/console/people");
  await page.getByRole("button", { name: `New link for ${email}…` }).click();
  await page.getByRole("button", { name: "Make a new link" }).click();
  const another = await textOf(page.getByRole("dialog").getByText("/invitation#"));
  expect(another).not.toBe(link);
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: `Take back the invitation of ${email}…` }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText(`${email} is no longer invited.`)).toBeVisible();
  await page.goto(another);
  await expect(page.getByText("This invitation was used already, or is too old")).toBeVisible();
});

test("an account of somebody deactivated is reactivated, and nobody deactivates themselves", async ({
  page,
  people,
}) => {
  const other = await makeAdministrator("Owen Owner");
  await signIn(page, people.administrator, "/console/people");
  const row = page.getByRole("row").filter({ hasText: other.email });
  await row.getByRole("button").click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).click();
  await page.getByRole("button", { name: "Deactivate" }).click();
  await expect(row).toContainText("Deactivated");
  await row.getByRole("button").click();
  await page.getByRole("menuitem", { name: "Reactivate…" }).click();
  await page.getByRole("button", { name: "Reactivate" }).click();
  await expect(row).toContainText("Active");
  await page.getByRole("row").filter({ hasText: people.administrator.email }).getByRole("button").click();
  await expect(page.getByRole("menuitem", { name: "Change the role…" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Deactivate…" })).toHaveCount(0);
});
