import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { listingPath, listingSlug } from "@/lib/listings/listing-path";
import { priceText } from "@/lib/listings/price-text";
import { connectClient } from "@/lib/platform/postgres-client";

/** One of the listings that are edited; its version is that after the last edit. */
export type Edited = { readonly id: number; path: string; version: number };
/** Somebody who is signed in, and the listings that they edit. */
export type Editor = { readonly cookie: string; readonly listings: readonly Edited[] };

export type Edit = {
  readonly display: string;
  /** By performance.now(). */
  readonly answeredAt: number;
  readonly paths: readonly { readonly kind: string; readonly path: string }[];
};

/** An account with a session, past the sign-in, and the first listings for sale. */
export async function insertEditor(databaseUrl: string, listings: number): Promise<Editor> {
  const token = randomBytes(32).toString("base64url");
  const client = await connectClient(databaseUrl);
  try {
    await client.query(
      `WITH person AS (INSERT INTO user_account (email, name, role) VALUES ('bench@example.com', 'Bench', 'editor') RETURNING id)
       INSERT INTO session (user_id, token_hash, expires_at) SELECT id, $1, now() + interval '1 day' FROM person`,
      [createHash("sha256").update(token).digest()],
    );
    const { rows } = await client.query(
      "SELECT id, version FROM listing WHERE status = 'active' AND offer = 'sale' ORDER BY id LIMIT $1",
      [listings],
    );
    const found = z.array(z.object({ id: z.number(), version: z.number() })).parse(rows);
    return { cookie: `verandah-session=${token}`, listings: found.map((one) => ({ ...one, path: "" })) };
  } finally {
    await client.end();
  }
}

type Turn = { readonly origin: string; readonly origins: readonly string[]; readonly n: number };

/** Gives the next listing a price that it never had. Every address was asked just before, so that all hold the old one. */
export async function editListing({ cookie, listings }: Editor, { origin, origins, n }: Turn): Promise<Edit> {
  const listing = listings[n % listings.length];
  if (listing === undefined) throw new Error("There is no listing to edit.");
  listing.path ||= await findPath(origin, listing.id);
  const paths = [
    { kind: "API", path: `/api/listings/${listing.id}` },
    { kind: "page", path: listing.path },
  ];
  await Promise.all(
    origins.flatMap((one) => paths.map(async ({ path }) => (await fetch(one + path)).text())),
  );
  const price = 1_000_000 + n;
  const answeredAt = await changePrice(listing, { cookie, origin, price });
  return { display: priceText(price, { currency: "AUD", offer: "sale" }), answeredAt, paths };
}

type Change = { readonly cookie: string; readonly origin: string; readonly price: number };

/** Sets the price of a listing over HTTP, as its editor. When it was answered, by performance.now(); throws when it was refused. */
export async function changePrice(listing: Edited, { cookie, origin, price }: Change): Promise<number> {
  const response = await fetch(`${origin}/api/console/listings/${listing.id}`, {
    method: "PATCH",
    headers: { cookie, origin, "sec-fetch-site": "same-origin", "content-type": "application/json" },
    body: JSON.stringify({ version: listing.version, changes: { price } }),
  });
  const answer = await response.text();
  const answeredAt = performance.now();
  if (!response.ok) throw new Error(`The edit was answered ${response.status}: ${answer}`);
  listing.version = z.object({ version: z.number() }).parse(JSON.parse(answer)).version;
  return answeredAt;
}

const PLACED = z.looseObject({
  id: z.number(),
  street: z.string().nullable(),
  propertyType: z.custom<Parameters<typeof listingSlug>[0]["propertyType"]>(
    (type) => typeof type === "string",
  ),
  locality: z.custom<Parameters<typeof listingSlug>[0]["locality"]>((place) => typeof place === "object"),
});

async function findPath(origin: string, id: number): Promise<string> {
  const listing = PLACED.parse(await (await fetch(`${origin}/api/listings/${id}`)).json());
  return listingPath({ id, slug: listingSlug(listing) });
}
