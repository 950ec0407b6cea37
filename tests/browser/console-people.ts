import { createHash, randomBytes } from "node:crypto";
import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { Client } from "pg";

/** Somebody of the console, with a browser of their own in which they are signed in. */
export type SignedIn = { readonly context: BrowserContext; readonly agency: string | null };

/** An agency of the demo that has agents and listings on show. */
export async function anAgency(offset = 0): Promise<string> {
  const [agency] = await query<{ slug: string }>(
    `SELECT a.slug FROM agency a JOIN listing l ON l.agency_id = a.id WHERE l.status = 'active' AND l.offer = 'sale'
       AND EXISTS (SELECT 1 FROM agent WHERE agent.agency_id = a.id)
     GROUP BY a.slug ORDER BY count(*) DESC, a.slug OFFSET $1 LIMIT 1`,
    [offset],
  );
  if (agency === undefined) throw new Error(`The demo has no agency number ${offset} with listings on show.`);
  return agency.slug;
}

/**
 * A new person, signed in. The account and its session are written as the sign-in writes them, since comparing a password takes half a
 * second; signing in by the page has a test of its own.
 */
export async function signIn(
  browser: Browser,
  { name, agency = null }: { readonly name: string; readonly agency?: string | null },
): Promise<SignedIn> {
  const token = randomBytes(32).toString("base64url");
  const email = `${randomBytes(8).toString("hex")}@example.com`;
  await query(
    `WITH person AS (
       INSERT INTO user_account (email, name, role, agency_id)
       VALUES ($1, $2, $3, (SELECT id FROM agency WHERE slug = $4)) RETURNING id)
     INSERT INTO session (user_id, token_hash, expires_at)
     SELECT id, $5, now() + interval '1 day' FROM person`,
    [email, name, agency === null ? "editor" : "agent", agency, createHash("sha256").update(token).digest()],
  );
  const { baseURL = "", viewport, colorScheme, locale } = test.info().project.use;
  const context = await browser.newContext({
    baseURL,
    ...(viewport === undefined ? {} : { viewport }),
    ...(colorScheme === undefined ? {} : { colorScheme }),
    ...(locale === undefined ? {} : { locale }),
  });
  await context.addCookies([
    { name: "verandah-session", value: token, url: baseURL, httpOnly: true, sameSite: "Lax" },
  ]);
  return { context, agency };
}

/** Waits until the form of a page listens to what is typed. */
export async function untilListening(page: Page): Promise<void> {
  await expect(page.locator("form:not([inert])").first()).toBeVisible();
}

/** Straight to the tests' database, past the portal. */
export async function query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: process.env.VERANDAH_TEST_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
