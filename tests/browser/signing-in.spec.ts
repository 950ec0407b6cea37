import { expect } from "@playwright/test";
import { givePassword, signIn, test } from "./people";

test("whoever gives a wrong password is told the way out, with the focus there and nothing typed lost", async ({
  page,
  people,
}) => {
  const { email } = await people.make({ role: "editor" });
  await page.goto("/sign-in");
  await givePassword(page, email, "not the password");
  await expect(page.locator("[data-failure]")).toBeFocused();
  await expect(page.locator("[data-failure]")).toContainText("an administrator can give you a link");
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
});

test("an empty form says what is missing, and nothing is sent", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url());
  });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await expect(page.getByText("Type your e-mail address.")).toBeVisible();
  await expect(page.getByText("Type your password.")).toBeVisible();
  expect(sent).toEqual([]);
});

test("after too many attempts the page says when the next one can be made", async ({ page, people }) => {
  const { email } = await people.make({ role: "editor" });
  await page.goto("/sign-in");
  const failure = page.locator("[data-failure]");
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const answered = page.waitForResponse("**/api/account/session");
    await givePassword(page, email, "not the password");
    expect((await answered).status()).toBe(401);
  }
  await givePassword(page, email, "not the password");
  await expect(failure).toContainText(/From \d+:\d\d:\d\d [ap]m on you can try again/);
});

test("signing in leads on to the page that was asked for", async ({ page, people }) => {
  const account = await people.make({ role: "editor" });
  await page.goto("/console/account");
  await page.waitForURL(/\/sign-in\?next=%2Fconsole%2Faccount$/);
  await givePassword(page, account.email);
  await page.waitForURL("/console/account");
});

test("signing in leads nowhere but into the console, whatever the address asks for", async ({
  page,
  people,
}) => {
  const account = await people.make({ role: "editor" });
  await signIn(page, account);
  const asked = [
    ...[
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "https:evil.example",
      "https://evil.example/console",
    ],
    ...[
      "javascript:alert(1)",
      "/\t/evil.example",
      "/console/../../evil",
      "/consolex",
      "/api/account",
      "/console@evil.example",
    ],
  ];
  for (const next of asked) {
    const answer = await page.request.get(`/sign-in?next=${encodeURIComponent(next)}`, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], next).toEqual([307, "/console"]);
  }
  const own = await page.request.get("/sign-in?next=/console/people%3Fpage%3D2", { maxRedirects: 0 });
  expect(own.headers().location).toBe("/console/people?page=2");
});

test("it all works with the keyboard, and password managers know the fields", async ({ page, people }) => {
  const { email } = await people.make({ role: "editor" });
  await page.goto("/sign-in?next=/console/account");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  await expect(page.getByLabel("E-mail")).toHaveAttribute("autocomplete", "username");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute(
    "autocomplete",
    "current-password",
  );
  await page.getByLabel("E-mail").focus();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type("three quiet lemons");
  await page.keyboard.press("Enter");
  await page.waitForURL("/console/account");
});

test("a link that was used, or is only half there, says the way out", async ({ page, people }) => {
  const { link } = await people.invite({ role: "editor" });
  await page.goto("/invitation");
  await expect(page.getByText("This link is not complete")).toBeVisible();
  await page.goto(`/invitation#${"x".repeat(43)}`);
  await expect(page.getByText("This invitation was used already, or is too old")).toBeVisible();
  await page.goto("/reset");
  await expect(page.getByText("This link is not complete")).toBeVisible();
  await page.goto(`/reset#${"x".repeat(43)}`);
  await page.getByLabel("New password", { exact: true }).fill("four quiet lemons");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.locator("[data-failure]")).toContainText("ask an administrator for another");
  await page.goto(link);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Accept and sign in" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
});
