import { changePrice, insertEditor } from "@/bench/edits/editor";
import { readMovedPrices } from "@/bench/load/freshness/moved-prices";
import { readListingPaths } from "@/bench/load/listing-paths";
import { priceText } from "@/lib/listings/price-text";
import { connectClient } from "@/lib/platform/postgres-client";

/** One listing that was given a price that it never had. */
export type Edit = {
  readonly display: string;
  /** When it was acknowledged, by performance.now(). */
  readonly answeredAt: number;
};

export type EditedListing = { readonly id: number; readonly path: string };

/** Somebody who edits listings, in turns. */
export type Writer = {
  /** Whether it writes through a process of the portal, which then has no excuse to show what was before. */
  readonly writesThroughProcess: boolean;
  /** Which listing this turn edits. */
  listing(turn: number): EditedListing;
  /** Edits it, through that process if the writer uses one; rejects when it is refused. */
  edit(turn: number, origin: string): Promise<Edit>;
  close(): Promise<void>;
};

/** So many that nobody still watches one when its turn comes again. */
const LISTINGS = 200;

/** An agent who is signed in, over HTTP. */
export async function createAgentWriter(databaseUrl: string): Promise<Writer> {
  const { cookie, listings } = await insertEditor(databaseUrl, LISTINGS);
  const ids = listings.map(({ id }) => id);
  const pathOf = await readListingPaths(databaseUrl, ids);
  const priceOf = await readMovedPrices(databaseUrl, ids);
  const ofTurn = (turn: number) => oneOf(listings, turn);
  return {
    writesThroughProcess: true,
    listing: (turn) => ({ id: ofTurn(turn).id, path: pathOf(ofTurn(turn).id) }),
    async edit(turn, origin) {
      const price = priceOf(ofTurn(turn).id, turn);
      return {
        display: displayOf(price),
        answeredAt: await changePrice(ofTurn(turn), { cookie, origin, price }),
      };
    },
    close: async () => {},
  };
}

/** Another program, which writes to the table itself and tells nobody. */
export async function createSqlWriter(databaseUrl: string): Promise<Writer> {
  const client = await connectClient(databaseUrl);
  const { rows } = await client.query<{ id: number }>(
    "SELECT id FROM listing WHERE status = 'active' AND offer = 'sale' ORDER BY id LIMIT $1",
    [LISTINGS],
  );
  const ids = rows.map(({ id }) => id);
  const pathOf = await readListingPaths(databaseUrl, ids);
  const priceOf = await readMovedPrices(databaseUrl, ids);
  return {
    writesThroughProcess: false,
    listing: (turn) => ({ id: oneOf(ids, turn), path: pathOf(oneOf(ids, turn)) }),
    async edit(turn) {
      const price = priceOf(oneOf(ids, turn), turn);
      await client.query(
        "UPDATE listing SET price_display = $2, price_low = $3, price_high = $3 WHERE id = $1",
        [oneOf(ids, turn), displayOf(price), price],
      );
      return { display: displayOf(price), answeredAt: performance.now() };
    },
    close: () => client.end(),
  };
}

function oneOf<T>(all: readonly T[], turn: number): T {
  const one = all[turn % all.length];
  if (one === undefined) throw new Error("There is no listing to edit.");
  return one;
}

function displayOf(price: number): string {
  return priceText(price, { currency: "AUD", offer: "sale" });
}
