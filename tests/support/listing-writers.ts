import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Database } from "@/lib/platform/prisma";
import type { Prisma } from "@/prisma/generated/client";
import { FACTS, FEATURES, STATUSES, TEXTS } from "@/tests/support/listing-values";

/** Ids of listings and localities from 1 on, few enough that writers meet. */
const LISTINGS = 12;
export const PLACES = 4;

/** One thing that a writer does: which listing, which other one, which place, with what value. */
export type Write = {
  readonly kind: string;
  readonly id: number;
  readonly other: number;
  readonly place: number;
  readonly value: number;
};
export type Transaction = {
  readonly isolation: "READ COMMITTED" | "REPEATABLE READ" | "SERIALIZABLE";
  readonly writes: readonly Write[];
  readonly isCommitted: boolean;
};

/** Of a locality, but what is generated of them. */
export const PLACE_COLUMNS = "id, region_id, slug, name, postcode, extra_postcodes, latitude, longitude";
const COLUMNS =
  "id, offer, status, property_type, headline, price_display, price_currency, locality_id, published_at";
const values = ({ place, value }: Write, id: string) =>
  `${id}, 'sale', 'active', 'house', coalesce(nullif(${text(value)}, ''), 'A house'), '-', 'AUD', ${place}, '2026-03-01'`;

/** What each kind of write is in SQL; where several statements, in this order. */
const SQL_WRITES: Readonly<Record<string, (write: Write) => string>> = {
  insert: (write) => `INSERT INTO listing (${COLUMNS}) VALUES (${values(write, `${write.id}`)})`,
  "insert or update": (write) =>
    `INSERT INTO listing (${COLUMNS}) VALUES (${values(write, `${write.id}`)})
     ON CONFLICT (id) DO UPDATE SET locality_id = excluded.locality_id, headline = excluded.headline`,
  "insert many": (write) =>
    `INSERT INTO listing (${COLUMNS}) SELECT ${values(write, "n")} FROM generate_series(1, ${LISTINGS}) n ON CONFLICT DO NOTHING`,
  merge: (write) =>
    `MERGE INTO listing l USING (SELECT ${write.id} AS id UNION SELECT ${write.other}) AS asked ON l.id = asked.id
     WHEN MATCHED AND l.status = 'withdrawn' THEN DELETE
     WHEN MATCHED THEN UPDATE SET description = ${text(write.value)}, locality_id = ${write.place}
     WHEN NOT MATCHED THEN INSERT (${COLUMNS}) VALUES (${values(write, "asked.id")})`,
  text: ({ id, value, other }) =>
    `UPDATE listing SET headline = coalesce(nullif(${text(value)}, ''), headline), description = ${text(other)},
       features = ${FEATURES[value % FEATURES.length]}, street = nullif(${text(value + 2)}, '') WHERE id = ${id}`,
  status: ({ id, value }) => `UPDATE listing SET ${STATUSES[value % STATUSES.length]} WHERE id = ${id}`,
  "status of all": ({ place, value }) =>
    `UPDATE listing SET ${STATUSES[value % STATUSES.length]} WHERE locality_id = ${place}`,
  facts: ({ id, value }) => `UPDATE listing SET ${FACTS[value % FACTS.length]} WHERE id = ${id}`,
  "facts of all": ({ value }) => `UPDATE listing SET ${FACTS[value % FACTS.length]}`,
  move: ({ id, place }) => `UPDATE listing SET locality_id = ${place} WHERE id = ${id}`,
  "move all": ({ place, value }) =>
    `UPDATE listing SET locality_id = ${place} WHERE locality_id = ${1 + (value % PLACES)}`,
  delete: ({ id }) => `DELETE FROM listing WHERE id = ${id}`,
  "delete all": ({ place }) => `DELETE FROM listing WHERE locality_id = ${place}`,
  "another id": ({ id, other }) => `UPDATE listing SET id = ${other} WHERE id = ${id}`,
  "several at once": ({ id, other, value, place }) =>
    `WITH gone AS (DELETE FROM listing WHERE id = ${id}),
          changed AS (UPDATE listing SET headline = 'At once' WHERE id = ${1 + (value % LISTINGS)} AND id <> ${id} AND id <> ${other})
     UPDATE listing SET locality_id = ${place}, price_low = 1, price_high = 2 WHERE id = ${other} AND id <> ${id}`,
  truncate: () => "TRUNCATE listing CASCADE",
  "rename place": ({ place, value }) =>
    `UPDATE locality SET name = 'Place ' || ${text(value)} WHERE id = ${place}`,
  "move place": ({ place, value }) =>
    `UPDATE locality SET latitude = ${-value}, longitude = ${value} WHERE id = ${place}`,
  "move places": ({ value }) =>
    `UPDATE locality SET name = 'Moved ${value}', longitude = ${value},
       region_id = (SELECT id FROM region WHERE slug = '${value % 2 === 0 ? "wa" : "nsw"}')`,
  "postcode of place": ({ place, value }) =>
    `UPDATE locality SET postcode = '${2000 + value}' WHERE id = ${place}`,
  inspect: ({ id, value }) =>
    `INSERT INTO inspection (listing_id, starts_at, ends_at) SELECT id, ${span(value)} FROM listing WHERE id = ${id}`,
  "inspect all": ({ place, value }) =>
    `INSERT INTO inspection (listing_id, starts_at, ends_at) SELECT id, ${span(value)} FROM listing WHERE locality_id = ${place}`,
  "inspect at another time": ({ id, other, value }) =>
    `UPDATE inspection SET (starts_at, ends_at) = (SELECT ${span(value)}),
       listing_id = coalesce((SELECT id FROM listing WHERE id = ${other}), listing_id) WHERE listing_id = ${id}`,
  "inspect no more": ({ id, value }) =>
    `DELETE FROM inspection WHERE listing_id = ${id} OR id % 30 = ${value}`,
  "truncate inspections": () => "TRUNCATE inspection",
  "time zone": ({ value }) =>
    `UPDATE region SET time_zone = (ARRAY['Australia/Sydney', 'Australia/Perth', 'Pacific/Honolulu'])[1 + ${value} % 3] WHERE slug = 'nsw'`,
  "replica's place": ({ place, value }) =>
    `SET LOCAL session_replication_role = replica;
     CREATE TEMPORARY TABLE kept AS SELECT ${PLACE_COLUMNS} FROM locality WHERE id = ${place};
     DELETE FROM locality WHERE id = ${place};
     UPDATE kept SET name = 'Replica ${value}';
     INSERT INTO locality (${PLACE_COLUMNS}) SELECT * FROM kept;
     DROP TABLE kept;
     SET LOCAL session_replication_role = origin`,
  "replica's delete": ({ id }) =>
    `SET LOCAL session_replication_role = replica; DELETE FROM listing WHERE id = ${id}; SET LOCAL session_replication_role = origin`,
  "undone to a savepoint": (write) =>
    `SAVEPOINT here; UPDATE listing SET headline = 'Undone', locality_id = ${write.place} WHERE id = ${write.id};
     DELETE FROM listing WHERE id = ${write.other}; ROLLBACK TO here`,
  pause: () => "SELECT pg_sleep(0.005)",
};

/** Writes by one client, in the transaction that it has open. */
export async function writeBy(client: Client, write: Write): Promise<void> {
  const sql = SQL_WRITES[write.kind];
  if (sql) await client.query(sql(write));
  else await copy(client, write);
}

async function copy(client: Client, { id, place, value }: Write): Promise<void> {
  const line = `${id}\tsale\tactive\tvilla\tCopied ${value}\t-\tAUD\t${place}\t2026-04-01\n`;
  await pipeline(Readable.from([line]), client.query(copyFrom(`COPY listing (${COLUMNS}) FROM STDIN`)));
}

/** Writes as the portal does, each in a transaction of its own. */
export async function writeByPrisma({ listing, locality }: Database, write: Write): Promise<unknown> {
  const { id, place, value } = write;
  const data: Prisma.ListingUncheckedCreateInput = {
    ...{ offer: "sale", status: "active", propertyType: "unit", headline: `Prisma ${value}` },
    ...{ priceDisplay: "-", priceCurrency: "AUD", localityId: place, publishedAt: new Date("2026-05-01") },
    features: ["Café"],
  };
  switch (value % 5) {
    case 0:
      return listing.create({ data: { id, ...data } });
    case 1:
      return listing.upsert({
        where: { id },
        create: { id, ...data },
        update: { localityId: place, bedrooms: value },
      });
    case 2:
      return listing.updateMany({
        where: { localityId: place },
        data: { priceLow: value, priceHigh: value },
      });
    case 3:
      return listing.deleteMany({ where: { id } });
    default:
      return locality.update({
        where: { id: place },
        data: { name: `Prisma ${value}`, listings: { updateMany: { where: {}, data: { parking: value } } } },
      });
  }
}

/** Within a day, or over midnight; some days or months from others. */
function span(value: number): string {
  const starts = `timestamptz '2026-03-06T10:00Z' + interval '${value * 5} hours' + interval '${value % 3} months'`;
  return `${starts}, ${starts} + interval '${1 + ((value * 7) % 23)} hours'`;
}

function text(value: number): string {
  return `'${(TEXTS[value % TEXTS.length] ?? "").replaceAll("'", "''")}'`;
}

/** Every kind of write, the last one by COPY. */
export const KINDS: readonly string[] = [...Object.keys(SQL_WRITES), "copy"];

export const writes: fc.Arbitrary<Write> = fc.record(
  {
    kind: fc.constantFrom(...KINDS, ...["status", "facts", "move", "text", "rename place"]),
    id: fc.integer({ min: 1, max: LISTINGS }),
    other: fc.integer({ min: 1, max: LISTINGS }),
    place: fc.integer({ min: 1, max: PLACES }),
    value: fc.nat({ max: 30 }),
  },
  { noNullPrototype: true },
);

export const transactions: fc.Arbitrary<readonly Transaction[]> = fc.array(
  fc.record(
    {
      isolation: fc.constantFrom(
        "READ COMMITTED",
        "READ COMMITTED",
        "READ COMMITTED",
        "REPEATABLE READ",
        "SERIALIZABLE",
      ),
      writes: fc.array(writes, { minLength: 1, maxLength: 5 }),
      isCommitted: fc.constantFrom(true, true, true, false),
    } as const,
    { noNullPrototype: true },
  ),
  { minLength: 1, maxLength: 4 },
);
