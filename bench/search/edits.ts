import type { Stage } from "@/bench/search/stage";
import { setListing } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import type { ListingChanges } from "@/lib/listings/listing-input";
import { connectClient } from "@/lib/platform/postgres-client";
import { createProgress } from "@/lib/platform/progress";

const LISTINGS = 250;
const EDITS = 2_000;
/** Each listing several times, unmeasured: by then their pages are in memory and the code of an edit is compiled. */
const WARM_UP = 1_000;

/** What is edited, in turn: mostly prices, sometimes what is said, or what the home has. No edit says what another said. */
const KINDS: readonly { readonly name: string; readonly changes: (n: number) => ListingChanges }[] = [
  { name: "price", changes: (n) => ({ price: 700_000 + n * 10 }) },
  { name: "headline", changes: (n) => ({ headline: `A bright home with a garden, edited ${n} times` }) },
  { name: "price", changes: (n) => ({ price: 700_000 + n * 10 }) },
  { name: "bedrooms", changes: (n) => ({ beds: 7 + Math.floor(n / LISTINGS) }) },
  { name: "price", changes: (n) => ({ price: 700_000 + n * 10 }) },
  { name: "features", changes: (n) => ({ features: ["Swimming pool", "Study", `Shed of ${n} m²`] }) },
];

export type Edits = Readonly<Record<string, readonly number[]>>;

/** Milliseconds of each edit by kind, one after the other, as an agent makes them: command, indexes, triggers, journal, and caught up. On the runtime that is held. */
export async function timeEdits(stage: Stage): Promise<Edits> {
  const ids = await chooseListings(stage.databaseUrl);
  const progress = createProgress("edits", EDITS, process.stderr, { unit: "edits" });
  const took: Record<string, number[]> = Object.fromEntries(KINDS.map(({ name }) => [name, []]));
  for (let n = 0; n < EDITS + WARM_UP; n++) {
    const kind = KINDS[n % KINDS.length];
    const id = ids[n % ids.length];
    if (kind === undefined || id === undefined) throw new Error("There is nothing to edit.");
    const startedAt = performance.now();
    const { changed } = await setListing(id, kind.changes(n), { name: "bench" });
    if (changed.length === 0) throw new Error(`Edit ${n} (${kind.name}) changed nothing.`);
    if (n >= WARM_UP) took[kind.name]?.push(performance.now() - startedAt);
    progress.at(Math.max(0, n - WARM_UP));
  }
  progress.end();
  return took;
}

/** Far apart in the table, and so in its indexes. */
async function chooseListings(url: string): Promise<readonly ListingId[]> {
  const client = await connectClient(url);
  try {
    const { rows } = await client.query<{ id: number }>(
      `SELECT id FROM listing WHERE channel = 'buy' AND status = 'active' AND property_type <> 'land'
       ORDER BY hashint4(id) LIMIT $1`,
      [LISTINGS],
    );
    return rows.map(({ id }) => ListingId.parse(id));
  } finally {
    await client.end();
  }
}
