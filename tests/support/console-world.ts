import { createHash, randomBytes } from "node:crypto";
import type { Person } from "@/lib/accounts/person";
import type { Database } from "@/lib/platform/prisma";
import { freePort } from "@/lib/platform/services/ports";
import type { Prisma } from "@/prisma/generated/client";
import { startConsolePortal } from "@/tests/support/console-portal";
import { createTestDatabase } from "@/tests/support/database";
import { insertAgency, insertListing, insertLocality } from "@/tests/support/listings";

const NEVER = new Date("2999-01-01T00:00:00Z");

/** Somebody who can sign in: what a command takes, and the cookie that a request carries. */
export type SignedIn = { readonly person: Person; readonly cookie: string };

type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReturnType<typeof JSON.parse>;
};

/** Two agencies with an agent each, an editor and an administrator, two suburbs; and the console over HTTP. */
export async function createConsoleWorld() {
  const held = await createTestDatabase();
  const { database, runtime } = held;
  const port = await freePort();
  const portal = await startConsolePortal(runtime, port);
  const close = async () => {
    await portal.close();
    await held.close();
  };
  const newtown = await insertLocality(database, { name: "Newtown", postcode: "2042" });
  const carlton = await insertLocality(database, { name: "Carlton", region: "vic" });
  const harbour = { ...(await insertAgency(database, "harbour")), slug: "harbour" };
  const valley = { ...(await insertAgency(database, "valley")), slug: "valley" };
  const sign = (name: string, role: Person["role"], agency: { id: number; slug: string } | null = null) =>
    signIn(database, { name, role, agency });
  return {
    ...held,
    ...{ close, newtown, carlton, harbour, valley, sign },
    agent: await sign("Ada Agent", "agent", harbour),
    other: await sign("Otto Other", "agent", valley),
    editor: await sign("Edith Editor", "editor"),
    administrator: await sign("Anna Admin", "administrator"),
    insert: (overrides: Partial<Prisma.ListingUncheckedCreateInput> = {}) =>
      insertListing(database, { localityId: newtown.id, agencyId: harbour.id, ...overrides }),
    /** One request as a browser's page of the console sends it. */
    async ask(who: SignedIn | null, method: string, path: string, body?: unknown): Promise<Answer> {
      const origin = `http://127.0.0.1:${port}`;
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: {
          Origin: origin,
          "Sec-Fetch-Site": "same-origin",
          ...(who === null ? {} : { Cookie: who.cookie }),
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === "" ? null : JSON.parse(text),
      };
    },
  };
}

export type ConsoleWorld = Awaited<ReturnType<typeof createConsoleWorld>>;

async function signIn(
  database: Database,
  { name, role, agency }: Pick<Person, "name" | "role" | "agency">,
): Promise<SignedIn> {
  const token = randomBytes(32).toString("base64url");
  const { id: userId } = await database.userAccount.create({
    data: {
      ...{ name, role, email: `${name.toLowerCase().replaceAll(" ", ".")}@example.com` },
      agencyId: agency?.id ?? null,
      sessions: { create: { tokenHash: createHash("sha256").update(token).digest(), expiresAt: NEVER } },
    },
  });
  const person = { userId, name, role, agency, address: "127.0.0.1" };
  return { person, cookie: `verandah-session=${token}` };
}
