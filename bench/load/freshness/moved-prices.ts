import { connectClient } from "@/lib/platform/postgres-client";

/** What an agent takes off a price, and puts on it again when the listing's turn comes once more. */
const REDUCTION = 0.97;
/** Of those without a price. */
const FIRST_PRICE = 1_000_000;

/** The prices that listings are given, turn by turn: some percent from what they were, as agents change them, and none twice. */
export async function readMovedPrices(
  databaseUrl: string,
  ids: readonly number[],
): Promise<(id: number, turn: number) => number> {
  const client = await connectClient(databaseUrl);
  try {
    const { rows } = await client.query<{ id: number; price: number | null }>(
      "SELECT id, price_low::float8 AS price FROM listing WHERE id = ANY($1)",
      [ids],
    );
    const first = new Map(rows.map(({ id, price }) => [id, price ?? FIRST_PRICE]));
    return (id, turn) => {
      const isReduced = Math.floor(turn / ids.length) % 2 === 0;
      // Dollars that no price of the demonstration has, and that tell one turn from another.
      return (
        Math.round(((first.get(id) ?? FIRST_PRICE) * (isReduced ? REDUCTION : 1)) / 1_000) * 1_000 +
        1 +
        (turn % 999)
      );
    };
  } finally {
    await client.end();
  }
}
