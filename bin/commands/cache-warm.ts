import { CHANNELS, ListingId } from "@/lib/listings/listing";
import { getListing, searchListings } from "@/lib/listings/queries";
import { emptySearch, type ListingSearch, searchWith } from "@/lib/listings/search";
import type { LocalityKey } from "@/lib/localities/locality";
import { listRegions } from "@/lib/localities/queries";
import type { Runtime } from "@/lib/platform/runtime";

/** Few enough that people who browse meanwhile do not notice. */
const AT_ONCE = 4;
const NEWEST_ON_HOME = 6;

export type Warmed = { readonly reads: number; readonly loads: number };

/** Asks what people ask most, so that Redis has it when they come: home, each channel and region, the busiest localities, the newest listings. */
export async function warm(
  runtime: Runtime,
  { localities, listings }: { readonly localities: number; readonly listings: number },
): Promise<Warmed> {
  let loads = 0;
  const stop = runtime.observe(({ kind }) => {
    if (kind === "load") loads += 1;
  });
  const reads = [
    () => listRegions(),
    ...(await searches(localities)).map((search) => () => searchListings(search)),
  ];
  const ids = await newest(runtime, listings);
  await inParallel([...reads, ...ids.map((id) => () => getListing(id))]);
  stop();
  return { reads: reads.length + ids.length, loads };

  async function searches(count: number): Promise<readonly ListingSearch[]> {
    const regions = await listRegions();
    const keys = await busiest(runtime, count);
    return [
      { ...emptySearch("buy"), limit: NEWEST_ON_HOME },
      ...CHANNELS.map(emptySearch),
      ...CHANNELS.flatMap((channel) =>
        regions
          .filter(({ counts }) => counts[channel] > 0)
          .map(({ slug }) => searchWith(emptySearch(channel), { region: slug })),
      ),
      ...keys.map((key) => searchWith(emptySearch("buy"), { localities: [key] })),
    ];
  }
}

async function busiest({ database }: Runtime, count: number): Promise<readonly LocalityKey[]> {
  const rows = await database.$queryRaw<{ region: string; slug: string }[]>`
    SELECT region.slug AS region, locality.slug
      FROM (SELECT locality_id, count(*) AS listings FROM listing WHERE channel = 'buy' GROUP BY 1 ORDER BY 2 DESC LIMIT ${count}) busy
      JOIN locality ON locality.id = locality_id JOIN region ON region.id = region_id`;
  return rows.map(({ region, slug }) => `${region}/${slug}` as const);
}

async function newest({ database }: Runtime, count: number): Promise<readonly ListingId[]> {
  const rows = await database.$queryRaw<{ id: number }[]>`
    SELECT id FROM listing WHERE channel = 'buy' ORDER BY published_at DESC, id DESC LIMIT ${count}`;
  return rows.map(({ id }) => ListingId.parse(id));
}

async function inParallel(reads: readonly (() => Promise<unknown>)[]): Promise<void> {
  const left = [...reads];
  const work = async () => {
    for (let read = left.shift(); read !== undefined; read = left.shift()) await read();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
