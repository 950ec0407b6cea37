import "server-only";
import { askedLocality, isInArea, isInBounds, placeAround, searchedPlaces } from "@/lib/listings/asked-place";
import { hasWords, type Premises } from "@/lib/listings/asked-words";
import type { Channel } from "@/lib/listings/listing";
import { isOpen } from "@/lib/listings/open-window";
import type { ListingSearch, NumberRange } from "@/lib/listings/search";
import { newSince } from "@/lib/listings/search-moments";
import { Prisma } from "@/prisma/generated/client";

/**
 * The conditions of a search on `s`: "WITH asked SELECT … FROM listing_search s WHERE all", one row for each listing.
 * Those that can be chosen by facet also stand apart, each `true` when nothing is asked.
 */
export type SearchConditions = {
  /** The common table expressions that the others name, always asked_locality (askedLocality) among them. */
  readonly asked: Prisma.Sql;
  /** Every condition but the following. */
  readonly fixed: Prisma.Sql;
  readonly type: Prisma.Sql;
  readonly beds: Prisma.Sql;
  readonly baths: Prisma.Sql;
  readonly parking: Prisma.Sql;
  readonly isNew: Prisma.Sql;
  /** All conditions together. */
  readonly all: Prisma.Sql;
  /** All conditions on rows that come in an order of their own, which they neither change nor join with anything. */
  readonly each: Prisma.Sql;
};

// Written out, not a parameter: a partial index serves only a condition that is known when the statement is planned.
export const IN_CHANNEL: Readonly<Record<Channel, Prisma.Sql>> = {
  buy: Prisma.sql`s.channel = 'buy'`,
  rent: Prisma.sql`s.channel = 'rent'`,
  sold: Prisma.sql`s.channel = 'sold'`,
};

const ANY = Prisma.sql`true`;

/** The conditions as they are at an instant: it matters to `new` until newUntilMs, to `open` until nextMidnight. */
export function searchConditions(search: ListingSearch, { now, words }: Premises): SearchConditions {
  const asked = [askedLocality(search)];
  const around = placeAround(search);
  if (around !== null) asked.push(around);
  const same = [
    IN_CHANNEL[search.channel],
    inPriceRange(search.price),
    inRange(Prisma.sql`s.land_m2`, search.land),
    byAgency(search.agency),
    byAgent(search.agent),
    search.bounds === null ? ANY : isInBounds(search.bounds),
    search.area === null ? ANY : isInArea(search.area),
    hasFeatures(search.features),
    words.length === 0 ? ANY : hasWords(words),
    search.open === null ? ANY : isOpen({ window: search.open, now }),
  ];
  const fixed = every([
    ...same,
    words.length + search.features.length > 0 && !isNarrow(search) ? besides(search) : inPlace(search),
  ]);
  const apart = facetConditions(search, now);
  const chosen = Object.values(apart);
  return {
    asked: Prisma.join(asked, ", "),
    fixed,
    ...apart,
    all: every([fixed, ...chosen]),
    each: every([...same, eachInPlace(search), ...chosen]),
  };
}

/** Places that lie further apart than this are as many as those of a region. */
const NARROW_KM = 10;

/** Whether a search looks through few listings: those of some places, an agency or an agent. */
export function isNarrow({ localities, aroundKm, agency, agent }: ListingSearch): boolean {
  return (localities.length > 0 && (aroundKm ?? 0) <= NARROW_KM) || agency !== null || agent !== null;
}

function facetConditions(search: ListingSearch, now: Date) {
  const { types, newWithinDays } = search;
  return {
    type: types.length === 0 ? ANY : Prisma.sql`s.property_type = ANY (${[...types]}::property_type[])`,
    beds: inRange(Prisma.sql`s.bedrooms`, search.beds),
    baths: inRange(Prisma.sql`s.bathrooms`, hundredfold(search.baths)),
    parking: inRange(Prisma.sql`s.parking`, search.parking),
    isNew:
      newWithinDays === null
        ? ANY
        : Prisma.sql`s.published_at >= ${newSince(search, newWithinDays, now)}::timestamptz`,
  };
}

function every(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(
    conditions.filter((condition) => condition !== ANY),
    " AND ",
  );
}

function inPlace(search: ListingSearch): Prisma.Sql {
  const places = searchedPlaces(search);
  return places === null ? ANY : Prisma.sql`s.locality_id = ANY (ARRAY(${places}))`;
}

/** The place of what an index of words and features finds: it has regions too. */
function besides(search: ListingSearch): Prisma.Sql {
  const { region, localities } = search;
  if (region === null || localities.length > 0) return eachInPlace(search);
  return Prisma.sql`s.features @> ARRAY[hashtext(${`region:${region}`}::text)]`;
}

/** As a test of a value, not a join; in a table of ids, where an array would be read from its beginning for each listing. */
function eachInPlace(search: ListingSearch): Prisma.Sql {
  const places = searchedPlaces(search);
  return places === null ? ANY : Prisma.sql`(s.locality_id IN (${places})) IS TRUE`;
}

function inRange(column: Prisma.Sql, range: NumberRange | null): Prisma.Sql {
  if (range === null) return ANY;
  const { min, max } = range;
  if (max === null) return Prisma.sql`${column} >= ${min}::bigint`;
  return Prisma.sql`${column} BETWEEN ${min ?? 0}::bigint AND ${max}::bigint`;
}

/** 2.3 * 100 is not 230 to a computer: hence rounded. */
function hundredfold(range: NumberRange | null): NumberRange | null {
  if (range === null) return null;
  const times = (bound: number | null) => (bound === null ? null : Math.round(bound * 100));
  return { min: times(range.min), max: times(range.max) };
}

/** A price guide is itself a range: it is found where the two overlap. A listing without a guide is found by no price. */
function inPriceRange(range: NumberRange | null): Prisma.Sql {
  if (range === null) return ANY;
  const { min, max } = range;
  if (max === null) return Prisma.sql`s.price_high >= ${min}::bigint`;
  return Prisma.sql`s.price_high >= ${min ?? 0}::bigint AND s.price_low <= ${max}::bigint`;
}

function byAgency(slug: string | null): Prisma.Sql {
  return slug === null ? ANY : Prisma.sql`s.agency_id = (SELECT id FROM agency WHERE slug = ${slug})`;
}

function byAgent(slug: string | null): Prisma.Sql {
  if (slug === null) return ANY;
  return Prisma.sql`s.id = ANY (ARRAY(
    SELECT listing_id FROM listing_agent JOIN agent ON agent.id = agent_id WHERE agent.slug = ${slug}))`;
}

function hasFeatures(slugs: readonly string[]): Prisma.Sql {
  if (slugs.length === 0) return ANY;
  // Worked out as the statement is planned, so that it is known how frequent they are.
  const codes = slugs.map((slug) => Prisma.sql`hashtext(${`feature:${slug}`}::text)`);
  return Prisma.sql`s.features @> ARRAY[${Prisma.join(codes)}]`;
}
