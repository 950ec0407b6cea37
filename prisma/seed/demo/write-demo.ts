import type { Client } from "pg";
import type { DemoGenerator, DemoListing } from "@/prisma/seed/demo/generate";
import { writeOffices } from "@/prisma/seed/demo/write-offices";

/** Enough for a statement to be worth its way, few enough to be no burden in memory. */
const BATCH_LISTINGS = 2_000;

const LISTING_COLUMNS = `id integer, source_id integer, external_id text, offer offer, status listing_status,
  property_type property_type, headline text, description text, features text[], price_display text, price_low bigint,
  price_high bigint, price_currency text, bedrooms smallint, bathrooms numeric, parking smallint, land_area_m2 float8,
  floor_area_m2 float8, street text, hide_street boolean, locality_id integer, latitude float8, longitude float8,
  agency_id integer, published_at timestamptz, sold_on date, sold_price bigint, leased_on date`;
const AGENT_COLUMNS = "listing_id integer, agent_id integer, position smallint";
const EVENT_COLUMNS =
  "listing_id integer, kind listing_event_kind, occurred_on date, price_display text, price_low bigint, price_high bigint";
const INSPECTION_COLUMNS =
  "listing_id integer, kind inspection_kind, starts_at timestamptz, ends_at timestamptz";

/**
 * Writes the first `count` listings of the generator with offices, agents, histories and inspections, inside the caller's
 * transaction. Memory holds two batches however many there are: one is written while the next is made.
 */
export async function writeDemo(
  client: Client,
  generator: DemoGenerator,
  { count, sourceId, at }: { count: number; sourceId: number; at: (done: number) => void },
): Promise<void> {
  const offices = await writeOffices(client, generator.offices);
  const firstId = await reserveIds(client, count);
  let writing = Promise.resolve();
  for (let start = 0; start < count; start += BATCH_LISTINGS) {
    const length = Math.min(BATCH_LISTINGS, count - start);
    const batch = Array.from({ length }, (_, index) => generator.listing(start + index));
    await writing;
    at(start);
    writing = writeBatch(client, batch, { firstId, sourceId, offices });
    // Should making the next batch throw, nobody would wait for this one, and its failure would end the process.
    writing.catch(() => {});
  }
  await writing;
  at(count);
  await client.query("ANALYZE listing, listing_agent, listing_event, inspection, agency, agent");
}

type Ids = {
  readonly firstId: number;
  readonly sourceId: number;
  readonly offices: Awaited<ReturnType<typeof writeOffices>>;
};

async function writeBatch(client: Client, batch: readonly DemoListing[], ids: Ids): Promise<void> {
  const idOf = ({ n }: DemoListing) => ids.firstId + n;
  await insert(
    client,
    "listing",
    LISTING_COLUMNS,
    batch.map((listing) => listingRecord(listing, ids)),
  );
  const agents = batch.flatMap((listing) =>
    listing.agents.map((agent, position) => {
      const agentId = ids.offices[listing.office]?.agentIds[agent];
      return { listing_id: idOf(listing), agent_id: agentId, position };
    }),
  );
  await insert(client, "listing_agent", AGENT_COLUMNS, agents);
  const events = batch.flatMap((listing) =>
    listing.events.map(({ kind, occurredOn, priceDisplay, priceLow, priceHigh }) => ({
      listing_id: idOf(listing),
      kind,
      occurred_on: occurredOn,
      price_display: priceDisplay,
      price_low: priceLow,
      price_high: priceHigh,
    })),
  );
  await insert(client, "listing_event", EVENT_COLUMNS, events);
  const inspections = batch.flatMap((listing) =>
    listing.inspections.map(({ kind, startsAt, endsAt }) => ({
      listing_id: idOf(listing),
      kind,
      starts_at: startsAt,
      ends_at: endsAt,
    })),
  );
  await insert(client, "inspection", INSPECTION_COLUMNS, inspections);
}

async function insert(client: Client, table: string, columns: string, records: readonly object[]) {
  const names = columns
    .split(",")
    .map((column) => column.trim().split(" ")[0])
    .join(", ");
  await client.query({
    name: `demo-${table}`,
    text: `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_to_recordset($1::json) AS record (${columns})`,
    values: [JSON.stringify(records)],
  });
}

function listingRecord({ n, place, row, office }: DemoListing, { firstId, sourceId, offices }: Ids) {
  return {
    id: firstId + n,
    source_id: sourceId,
    external_id: String(n),
    offer: row.offer,
    status: row.status,
    property_type: row.propertyType,
    headline: row.headline,
    description: row.description,
    features: row.features,
    price_display: row.priceDisplay,
    price_low: row.priceLow,
    price_high: row.priceHigh,
    price_currency: row.priceCurrency,
    bedrooms: row.beds,
    bathrooms: row.baths,
    parking: row.parking,
    land_area_m2: row.landAreaM2,
    floor_area_m2: row.floorAreaM2,
    street: row.street,
    hide_street: row.hideStreet,
    locality_id: place.id,
    latitude: row.latitude,
    longitude: row.longitude,
    agency_id: offices[office]?.agencyId,
    published_at: row.publishedAt,
    sold_on: row.soldOn,
    sold_price: row.soldPrice,
    leased_on: row.leasedOn,
  };
}

/** The first of `count` ids in a row. The lock keeps others from taking an id between the two calls. */
async function reserveIds(client: Client, count: number): Promise<number> {
  await client.query("LOCK TABLE listing IN SHARE ROW EXCLUSIVE MODE");
  const { rows } = await client.query<{ id: string }>("SELECT nextval('listing_id_seq') AS id");
  const firstId = Number(rows[0]?.id);
  await client.query("SELECT setval('listing_id_seq', $1)", [firstId + Math.max(count, 1) - 1]);
  return firstId;
}
