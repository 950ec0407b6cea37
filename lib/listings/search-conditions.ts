import "server-only";
import type { Channel } from "@/lib/listings/listing";
import type { ListingSearch, NumberRange } from "@/lib/listings/search";
import { Prisma } from "@/prisma/generated/client";

/** The conditions of a search on `l` (listing): those that can be chosen by facet apart from the rest. */
export type SearchConditions = {
  /** What they need to be asked of. The locality `p` is joined only where it is needed: it would double the time of counting. */
  readonly tables: Prisma.Sql;
  readonly fixed: Prisma.Sql;
  readonly type: Prisma.Sql;
  readonly beds: Prisma.Sql;
  readonly baths: Prisma.Sql;
  readonly parking: Prisma.Sql;
};

// Written out, not a parameter: a partial index serves only a condition that is known when the statement is planned.
const IN_CHANNEL: Readonly<Record<Channel, Prisma.Sql>> = {
  buy: Prisma.sql`l.channel = 'buy'`,
  rent: Prisma.sql`l.channel = 'rent'`,
  sold: Prisma.sql`l.channel = 'sold'`,
};

const ANY = Prisma.sql`true`;

export function searchConditions(search: ListingSearch): SearchConditions {
  const fixed = [
    IN_CHANNEL[search.channel],
    inPlace(search),
    inPriceRange(search.price),
    // As people read it: "525 m²" is found by 525, whatever the file said in square feet.
    inRange(Prisma.sql`floor(l.land_area_m2 + 0.5)`, search.land),
    byAgency(search.agency),
    byAgent(search.agent),
    inBounds(search.bounds),
  ];
  return {
    tables:
      search.bounds === null
        ? Prisma.sql`listing l`
        : Prisma.sql`listing l JOIN locality p ON p.id = l.locality_id`,
    fixed: Prisma.join(fixed, " AND "),
    type:
      search.types.length === 0
        ? ANY
        : Prisma.sql`l.property_type::text = ANY (${[...search.types]}::text[])`,
    beds: inRange(Prisma.sql`l.bedrooms`, search.beds),
    baths: inRange(Prisma.sql`l.bathrooms`, search.baths),
    parking: inRange(Prisma.sql`l.parking`, search.parking),
  };
}

function inPlace({ region, localities }: ListingSearch): Prisma.Sql {
  if (localities.length > 0) return Prisma.sql`l.locality_id = ANY (ARRAY(SELECT id FROM asked_locality))`;
  if (region === null) return ANY;
  return Prisma.sql`l.locality_id IN (
    SELECT id FROM locality WHERE region_id = (SELECT id FROM region WHERE slug = ${region})
  )`;
}

function inRange(column: Prisma.Sql, range: NumberRange | null): Prisma.Sql {
  if (range === null) return ANY;
  const { min, max } = range;
  if (max === null) return Prisma.sql`${column} >= ${min}::numeric`;
  return Prisma.sql`${column} BETWEEN ${min ?? 0}::numeric AND ${max}::numeric`;
}

/** A price guide is itself a range: it is found where the two overlap. A listing without a guide is found by no price. */
function inPriceRange(range: NumberRange | null): Prisma.Sql {
  if (range === null) return ANY;
  const { min, max } = range;
  if (max === null) return Prisma.sql`l.price_high >= ${min}::bigint`;
  return Prisma.sql`l.price_high >= ${min ?? 0}::bigint AND l.price_low <= ${max}::bigint`;
}

function byAgency(slug: string | null): Prisma.Sql {
  return slug === null ? ANY : Prisma.sql`l.agency_id = (SELECT id FROM agency WHERE slug = ${slug})`;
}

function byAgent(slug: string | null): Prisma.Sql {
  if (slug === null) return ANY;
  return Prisma.sql`EXISTS (
    SELECT FROM listing_agent JOIN agent ON agent.id = agent_id WHERE listing_id = l.id AND agent.slug = ${slug}
  )`;
}

/** A hidden street stands where its locality does: otherwise a window made ever smaller would find the house. */
function inBounds(bounds: ListingSearch["bounds"]): Prisma.Sql {
  if (bounds === null) return ANY;
  const { west, south, east, north } = bounds;
  const isPlaced = Prisma.sql`l.latitude IS NOT NULL AND NOT l.hide_street`;
  return Prisma.sql`
    CASE WHEN ${isPlaced} THEN l.latitude ELSE p.latitude END BETWEEN ${south}::float8 AND ${north}::float8
    AND CASE WHEN ${isPlaced} THEN l.longitude ELSE p.longitude END BETWEEN ${west}::float8 AND ${east}::float8`;
}
