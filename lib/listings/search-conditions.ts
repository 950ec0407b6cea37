import "server-only";
import { askedLocality, isInArea, isInBounds, searchedPlaces } from "@/lib/listings/asked-place";
import { askedWord, hasWord, tellingWords } from "@/lib/listings/asked-words";
import type { Channel } from "@/lib/listings/listing";
import { IS_OPEN, openWindow } from "@/lib/listings/open-window";
import type { ListingSearch, NumberRange } from "@/lib/listings/search";
import { newSince } from "@/lib/listings/search-moments";
import { Prisma } from "@/prisma/generated/client";

/**
 * The conditions of a search on `s` (listing_search): "WITH asked SELECT … FROM from WHERE all", one row for each listing.
 * Those that can be chosen by facet also stand apart, each `true` when nothing is asked.
 */
export type SearchConditions = {
  /** The common table expressions that the others name, always asked_locality (askedLocality) among them. */
  readonly asked: Prisma.Sql;
  /** `listing_search s`, and what a condition asks beside it. */
  readonly from: Prisma.Sql;
  /** Every condition but the following. */
  readonly fixed: Prisma.Sql;
  readonly type: Prisma.Sql;
  readonly beds: Prisma.Sql;
  readonly baths: Prisma.Sql;
  readonly parking: Prisma.Sql;
  readonly isNew: Prisma.Sql;
  /** All conditions together. */
  readonly all: Prisma.Sql;
};

// Written out, not a parameter: a partial index serves only a condition that is known when the statement is planned.
const IN_CHANNEL: Readonly<Record<Channel, Prisma.Sql>> = {
  buy: Prisma.sql`s.channel = 'buy'`,
  rent: Prisma.sql`s.channel = 'rent'`,
  sold: Prisma.sql`s.channel = 'sold'`,
};

const ANY = Prisma.sql`true`;

/** The conditions as they are at an instant: it matters to `new` and `open` (until when: conditionsUntil in search-moments.ts). */
export function searchConditions(search: ListingSearch, now: Date): SearchConditions {
  const words = tellingWords(search);
  const asked = [askedLocality(search)];
  if (words.length > 0) asked.push(askedWord(words));
  if (search.open !== null) asked.push(openWindow(search.open, now));
  const fixed = Prisma.join(
    [
      IN_CHANNEL[search.channel],
      inPlace(search),
      inPriceRange(search.price),
      inRange(Prisma.sql`s.land_m2`, search.land),
      byAgency(search.agency),
      byAgent(search.agent),
      search.bounds === null ? ANY : isInBounds(search.bounds),
      search.area === null ? ANY : isInArea(search.area),
      hasFeatures(search.features),
      ...words.map(hasWord),
      search.open === null ? ANY : IS_OPEN,
    ].filter((condition) => condition !== ANY),
    " AND ",
  );
  const apart = {
    type: isOfType(search),
    beds: inRange(Prisma.sql`s.bedrooms`, search.beds),
    baths: inRange(Prisma.sql`s.bathrooms`, hundredfold(search.baths)),
    parking: inRange(Prisma.sql`s.parking`, search.parking),
    isNew:
      search.newWithinDays === null
        ? ANY
        : Prisma.sql`s.published_at >= ${newSince(search.newWithinDays, now)}::timestamptz`,
  };
  const chosen = Object.values(apart).filter((condition) => condition !== ANY);
  return {
    asked: Prisma.join(asked, ", "),
    from:
      search.open === null
        ? Prisma.sql`listing_search s`
        : Prisma.sql`listing_search s JOIN open_window w ON w.locality_id = s.locality_id`,
    fixed,
    ...apart,
    all: Prisma.join([fixed, ...chosen], " AND "),
  };
}

function inPlace(search: ListingSearch): Prisma.Sql {
  const places = searchedPlaces(search);
  return places === null ? ANY : Prisma.sql`s.locality_id = ANY (ARRAY(${places}))`;
}

function isOfType({ types }: ListingSearch): Prisma.Sql {
  return types.length === 0
    ? ANY
    : Prisma.sql`s.property_type = ANY (${[...types]}::text[]::property_type[])`;
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
  return Prisma.sql`s.features @> ARRAY(SELECT hashtext('feature:' || slug) FROM unnest(${[...slugs]}::text[]) slug)`;
}
