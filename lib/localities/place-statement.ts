import "server-only";
import type { LocalityRef, RegionRef } from "@/lib/localities/locality";
import type { PlaceReading } from "@/lib/localities/place-question";
import { Prisma } from "@/prisma/generated/client";

/** The one row that the statement answers. */
export type PlaceRow = {
  readonly regions: readonly RegionRef[];
  /** Best first; all that are alike, some forty at most, when nothing is spelt so. */
  readonly localities: readonly LocalityRef[];
  readonly isMisspelt: boolean;
};

/** Busy places first needs a count, but not of thousands: beyond this they are alike. */
const COUNTED_MAX = 200;
/** A misspelt name shares its first two letters and this much, or by the % operator 0.3 of its trigrams: "syndey" and "sydney" share 0.27. */
const ALIKE_MIN = 0.2;
const MISSPELT_LENGTH_MIN = 4;
const ALIKE_MAX = 40;

/** Regions that the text names, and localities that it may mean, as one statement. */
export function placeStatement(text: string, readings: readonly PlaceReading[], limit: number): Prisma.Sql {
  const candidates = readings.map((reading) => candidatesOf(reading));
  return Prisma.sql`
    WITH candidate AS (
      SELECT id, min(rank) AS rank, max(alike) AS alike
      FROM (${Prisma.join(candidates, " UNION ALL ")}) every GROUP BY id
    ), ranked AS (
      SELECT candidate.*, min(rank) OVER () AS best, CASE WHEN rank < ${RANK.similar} THEN 0 ELSE -alike END AS unlike,
        (SELECT count(*) FROM (
          SELECT FROM listing WHERE locality_id = candidate.id AND channel IS NOT NULL LIMIT ${COUNTED_MAX}) public) AS listings
      FROM candidate
    )
    SELECT (${namedRegions(text)}) AS regions, coalesce((
      SELECT json_agg(json_build_object('slug', slug, 'name', name, 'postcode', postcode, 'region', region))
      FROM (
        SELECT p.slug, p.name, p.postcode, json_build_object('slug', r.slug, 'code', r.code, 'name', r.name) AS region
        FROM ranked JOIN locality p USING (id) JOIN region r ON r.id = p.region_id
        -- A misspelling is only supposed where nothing is spelt so.
        WHERE rank < ${RANK.similar} OR best = ${RANK.similar}
        ORDER BY rank, unlike, listings DESC, p.name, r.slug, p.slug LIMIT ${Math.max(limit, ALIKE_MAX)}
      ) best), '[]') AS localities,
      coalesce((SELECT min(rank) FROM ranked) = ${RANK.similar}, false) AS "isMisspelt"`;
}

const RANK = { exact: 0, prefix: 1, word: 2, similar: 3 } as const;

function candidatesOf({ name, region, postcode }: PlaceReading): Prisma.Sql {
  const named = name === "" ? Prisma.sql`true` : isNamed(name);
  const conditions = [named, inRegion(region), hasPostcode(postcode, { orUnknown: name !== "" })];
  return Prisma.sql`
    SELECT p.id, ${rankOf(name)} AS rank, similarity(plain_text(p.name), plain_text(${name})) AS alike
    FROM locality p JOIN region r ON r.id = p.region_id
    WHERE ${Prisma.join(conditions, " AND ")}`;
}

function isNamed(name: string): Prisma.Sql {
  const startsSo = Prisma.sql`plain_text(p.name) LIKE plain_text(${`${name}%`})`;
  if (name.length === 1) return startsSo;
  const hasWord = Prisma.sql`plain_text(p.name) LIKE plain_text(${`% ${name}%`})`;
  if (name.length < MISSPELT_LENGTH_MIN) return Prisma.sql`(${startsSo} OR ${hasWord})`;
  return Prisma.sql`(${startsSo} OR ${hasWord} OR plain_text(p.name) % plain_text(${name})
    OR (plain_text(p.name) LIKE plain_text(${`${name.slice(0, 2)}%`})
      AND similarity(plain_text(p.name), plain_text(${name})) >= ${ALIKE_MIN}::real))`;
}

function rankOf(name: string): Prisma.Sql {
  if (name === "") return Prisma.sql`${RANK.prefix}::int`;
  return Prisma.sql`CASE
    WHEN plain_text(p.name) = plain_text(${name}) THEN ${RANK.exact}::int
    WHEN plain_text(p.name) LIKE plain_text(${`${name}%`}) THEN ${RANK.prefix}::int
    WHEN plain_text(p.name) LIKE plain_text(${`% ${name}%`}) THEN ${RANK.word}::int
    ELSE ${RANK.similar}::int END`;
}

function inRegion(region: string | null): Prisma.Sql {
  if (region === null) return Prisma.sql`true`;
  return Prisma.sql`(lower(r.code) LIKE plain_text(${`${region}%`}) OR r.slug = ${region}
    OR plain_text(r.name) LIKE plain_text(${`${region}%`}))`;
}

/** A place whose postcode nobody has told us yet is not ruled out by one, if it is named. */
function hasPostcode(postcode: string | null, { orUnknown }: { orUnknown: boolean }): Prisma.Sql {
  if (postcode === null) return Prisma.sql`true`;
  const prefix = `${postcode}%`;
  return Prisma.sql`(p.postcode LIKE ${prefix} ${orUnknown ? Prisma.sql`OR p.postcode IS NULL` : Prisma.empty}
    OR p.extra_postcodes <> '{}' AND EXISTS (SELECT FROM unnest(p.extra_postcodes) extra WHERE extra LIKE ${prefix}))`;
}

function namedRegions(text: string): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(json_agg(json_build_object('slug', slug, 'code', code, 'name', name) ORDER BY country_code, slug), '[]')
    FROM region WHERE plain_text(${text}) IN (lower(code), slug, plain_text(name))`;
}
