import { execFile } from "node:child_process";
import { promisify } from "node:util";
import {
  type APIRequestContext,
  expect,
  type Locator,
  type Page,
  request as requests,
} from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { CLONE } from "@/lib/platform/services/clone";
import { test as base } from "./portal";

export const PASSWORD = "three quiet lemons";

/** Somebody with an account, and PASSWORD. */
export type Account = { readonly email: string; readonly name: string };

type Wanted = { readonly role: "agent" | "editor" | "administrator"; readonly name?: string };
type Invite = (wanted: Wanted) => Promise<{ readonly email: string; readonly link: string }>;

type People = {
  readonly administrator: Account;
  /** An account with this role; of an agent with the first agency there is. */
  readonly make: (wanted: Wanted) => Promise<Account>;
  readonly invite: Invite;
};

/** Playwright's test with an administrator, made by the command line, who makes everybody else by the API. */
export const test = base.extend<object, { people: People }>({
  people: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted.
    async ({}, use) => {
      const baseURL = baseUrl();
      const administrator = await makeAdministrator();
      const api = await openApi(baseURL);
      await signInBy(api, administrator);
      const invite: Invite = async ({ role, name = "Person" }) => {
        const email = makeEmail(name);
        const agency = role === "agent" ? await findAgency(api) : null;
        const answer = await api.post("/api/console/invitations", { data: { email, name, role, agency } });
        expect(answer.status(), await answer.text()).toBe(201);
        return { email, link: (await answer.json()).link };
      };
      const make: People["make"] = async (wanted) => {
        const { name = "Person" } = wanted;
        const { email, link } = await invite(wanted);
        await accept(baseURL, { link, name });
        return { email, name };
      };
      await use({ administrator, make, invite });
      await api.dispose();
    },
    { scope: "worker" },
  ],
});

/** What bin/verandah prints, run on the database of the portal under test. */
export async function verandah(...args: readonly string[]): Promise<string> {
  const { port, origin } = new URL(baseUrl());
  const env = { ...process.env, PORT: port, PUBLIC_URL: origin };
  const { stdout } = await promisify(execFile)("bin/verandah", [...args], { cwd: CLONE, env });
  return stdout.trim();
}

/** Signs somebody without a second factor in, at a page of the console. */
export async function signIn(page: Page, { email }: Account, next = "/console/account"): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await givePassword(page, email);
  await page.waitForURL((url) => url.pathname === next);
  await ready(page);
}

/** Until the page's scripts have taken it over, a button of it does nothing. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactFiber")),
  );
}

export async function givePassword(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function textOf(part: Locator): Promise<string> {
  return (await part.textContent()) ?? "";
}

/** The code that an app shows for this secret, now or some steps of 30 s later. */
export function codeOf(secret: string, { stepsLater = 0 } = {}): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/g, "")) });
  return totp.generate({ timestamp: Date.now() + stepsLater * 30_000 });
}

export async function makeAdministrator(name = "Olivia Owner"): Promise<Account> {
  const email = makeEmail(name);
  const link = await verandah("user", "create", "--role", "administrator", "--email", email, "--name", name);
  await accept(baseUrl(), { link, name });
  return { email, name };
}

export function makeEmail(name: string): string {
  return `${name.toLowerCase().replaceAll(/\W/g, "-")}-${crypto.randomUUID().slice(0, 8)}@example.com`;
}

function baseUrl(): string {
  return process.env.BASE_URL ?? "http://localhost:3000";
}

/** Asks as a page of the portal does. */
function openApi(baseURL: string): Promise<APIRequestContext> {
  const extraHTTPHeaders = { origin: new URL(baseURL).origin, "sec-fetch-site": "same-origin" };
  return requests.newContext({ baseURL, extraHTTPHeaders });
}

async function signInBy(api: APIRequestContext, { email }: Account): Promise<void> {
  const answer = await api.post("/api/account/session", { data: { email, password: PASSWORD } });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function accept(baseURL: string, { link, name }: { link: string; name: string }): Promise<void> {
  const api = await openApi(baseURL);
  const token = new URL(link).hash.slice(1);
  const answer = await api.post("/api/account/invitation", { data: { token, name, password: PASSWORD } });
  expect(answer.status(), await answer.text()).toBe(204);
  await api.dispose();
}

async function findAgency(api: APIRequestContext): Promise<string> {
  const { items } = await (await api.get("/api/listings?channel=buy")).json();
  const listing = await (await api.get(`/api/listings/${items[0].id}`)).json();
  return listing.agency.slug;
}
