import type { Channel } from "@/lib/listings/listing";
import { dayIn } from "@/lib/listings/region-day";
import type { LocalityKey } from "@/lib/localities/locality";
import { connectClient } from "@/lib/platform/postgres-client";

/** What there is to ask for. */
export type MixWorld = {
  /** YYYY-MM-DD; inspections are asked for from here on. */
  readonly today: string;
  readonly localities: readonly MixLocality[];
  readonly regions: readonly Listed[];
  readonly agencies: readonly Listed[];
  readonly agents: readonly Listed[];
  /** Ids of some public listings. */
  readonly listings: readonly number[];
};

export type MixLocality = {
  readonly key: LocalityKey;
  readonly name: string;
  /** As people write it: "NSW". */
  readonly region: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Public listings. */
  readonly listings: Readonly<Record<Channel, number>>;
};

/** Something with a slug, and how many public listings it has. */
export type Listed = { readonly slug: string; readonly listings: number };

const FIRST_TIME_ZONE = "Australia/Sydney";
const LISTINGS_MAX = 20_000;

/** What a database has, in an order that follows from what it has: the same listings give the same mix. */
export async function readMixWorld(databaseUrl: string): Promise<MixWorld> {
  const client = await connectClient(databaseUrl);
  try {
    const rows = async <T>(sql: string) => (await client.query<{ row: T }>(sql)).rows.map(({ row }) => row);
    return {
      today: dayIn(FIRST_TIME_ZONE, new Date()),
      localities: await rows<MixLocality>(LOCALITIES),
      regions: await rows<Listed>(REGIONS),
      agencies: await rows<Listed>(AGENCIES),
      agents: await rows<Listed>(AGENTS),
      listings: await rows<number>(LISTINGS),
    };
  } finally {
    await client.end();
  }
}

const LOCALITIES = `
  SELECT json_build_object('key', r.slug || '/' || p.slug, 'name', p.name, 'region', r.code, 'latitude', p.latitude,
    'longitude', p.longitude, 'listings', json_build_object('buy', c.buy, 'rent', c.rent, 'sold', c.sold)) AS row
  FROM locality p JOIN region r ON r.id = p.region_id
  JOIN (
    SELECT locality_id, count(*) FILTER (WHERE channel = 'buy') AS buy,
      count(*) FILTER (WHERE channel = 'rent') AS rent, count(*) FILTER (WHERE channel = 'sold') AS sold
    FROM listing WHERE channel IS NOT NULL GROUP BY locality_id
  ) c ON c.locality_id = p.id
  ORDER BY r.slug, p.slug`;

const REGIONS = `
  SELECT json_build_object('slug', r.slug, 'listings', count(*)) AS row
  FROM listing l JOIN locality p ON p.id = l.locality_id JOIN region r ON r.id = p.region_id
  WHERE l.channel IS NOT NULL GROUP BY r.slug ORDER BY r.slug`;

const AGENCIES = `
  SELECT json_build_object('slug', a.slug, 'listings', count(*)) AS row
  FROM listing l JOIN agency a ON a.id = l.agency_id WHERE l.channel IS NOT NULL GROUP BY a.slug ORDER BY a.slug`;

const AGENTS = `
  SELECT json_build_object('slug', a.slug, 'listings', count(*)) AS row
  FROM listing_agent la JOIN agent a ON a.id = la.agent_id JOIN listing l ON l.id = la.listing_id
  WHERE l.channel IS NOT NULL GROUP BY a.slug ORDER BY a.slug`;

const LISTINGS = `
  SELECT id AS row
  FROM (
    SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS total
    FROM listing WHERE channel IS NOT NULL
  ) numbered
  WHERE place % (total / ${LISTINGS_MAX} + 1) = 0 ORDER BY id`;
