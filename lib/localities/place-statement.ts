import "server-only";
import type { PlaceCandidate } from "@/lib/localities/best-places";
import type { RegionRef } from "@/lib/localities/locality";
import type { PlaceReading } from "@/lib/localities/place-question";
import { Prisma } from "@/prisma/generated/client";

/** The one row that the statement answers. */
export type PlaceRow = {
  readonly regions: readonly RegionRef[];
  /** Best first: as many as were asked for, or some forty when there are places among them that are only alike. */
  readonly candidates: readonly PlaceCandidate[];
  /** Of which localities the listings were counted; null: of more than COUNTED_MAX. */
  readonly counted: readonly number[] | null;
};

/** How a place answers to a name: it is the name, begins with it, has a later word that does, or is only like it. */
const RANK = { exact: 0, prefix: 1, word: 2, alike: 3 } as const;
/** An answer names each locality that it counted as what it depends on; beyond so many, all of them at once. */
const COUNTED_MAX = 400;
/** A misspelt name shares its first two letters and this much, or by the % operator 0.3 of its trigrams: "syndey" and "sydney" share 0.27. */
const ALIKE_MIN = 0.2;
const MISSPELT_LENGTH_MIN = 4;
const WORD_LENGTH_MIN = 2;
const ALIKE_MAX = 40;
/** Higher than every letter: what begins with a text lies between the text and the text with this behind it. */
const HIGHEST = Prisma.sql`${"\u{10ffff}"}::text`;

/**
 * Regions that the text names, and localities that it may mean by any of the readings, as one statement with one text, so that it is
 * planned once. The few readings drive every arm into an index; a later arm runs only where the earlier ones left room.
 */
export function placeStatement(text: string, readings: readonly PlaceReading[], limit: number): Prisma.Sql {
  const limited = Prisma.sql`${limit}::int`;
  return Prisma.sql`
    WITH state AS MATERIALIZED (
      SELECT r.*, lower(code) AS plain_code, plain_text(name) AS plain_name FROM region r
    ), reading AS MATERIALIZED (${tableOf(readings)}),
    begins AS MATERIALIZED (${BEGINS}),
    spelt AS MATERIALIZED (
      SELECT id, rank FROM begins
      UNION ALL
      SELECT DISTINCT p.id, ${RANK.word}::int
      FROM reading JOIN locality p ON p.plain_name LIKE '% ' || reading.name || '%'
      WHERE (SELECT count(*) FROM begins) < ${limited} AND char_length(reading.name) >= ${WORD_LENGTH_MIN}::int AND ${FITS}
        AND NOT EXISTS (SELECT FROM begins WHERE begins.id = p.id)
    ), stocked AS MATERIALIZED (
      SELECT locality_id AS id, sum(buy + rent + sold) AS listings
      FROM locality_stock WHERE locality_id = ANY (ARRAY(SELECT id FROM spelt)) GROUP BY locality_id
    ), alike AS MATERIALIZED (${ALIKE}
        AND (SELECT count(*) FROM spelt) < ${limited} AND NOT EXISTS (SELECT FROM stocked WHERE listings > 0)
      GROUP BY p.id
    ), candidate AS MATERIALIZED (
      SELECT id, rank, NULL AS asked, 0::real AS likeness, coalesce(listings, 0)::int AS listings
      FROM spelt LEFT JOIN stocked USING (id)
      UNION ALL
      SELECT id, ${RANK.alike}::int, asked, likeness,
        coalesce((SELECT sum(buy + rent + sold) FROM locality_stock WHERE locality_id = id), 0)::int FROM alike
    ), room AS MATERIALIZED (
      SELECT CASE WHEN EXISTS (SELECT FROM alike) THEN greatest(${limited}, ${ALIKE_MAX}::int) ELSE ${limited} END AS places
    ), best AS (${BEST})
    SELECT (
      SELECT coalesce(json_agg(json_build_object('slug', slug, 'code', code, 'name', name) ORDER BY country_code, slug), '[]')
      FROM state WHERE (SELECT plain_text(${text})) IN (plain_code, slug, plain_name)
    ) AS regions, coalesce((
      SELECT json_agg(json_build_object('asked', asked, 'listings', listings, 'locality', json_build_object(
        'slug', slug, 'name', name, 'postcode', postcode,
        'region', json_build_object('slug', state_slug, 'code', state_code, 'name', state_name)))) FROM best
    ), '[]') AS candidates, (
      SELECT CASE WHEN count(*) <= ${COUNTED_MAX}::int THEN coalesce(json_agg(id), '[]') END FROM candidate
    ) AS counted`;
}

/**
 * The readings with the regions that theirs may be; those whose region is none are left out. The arrays come from subqueries so that
 * the planner can't count them: it would plan for their number each time anew, which takes longer than the rest.
 */
function tableOf(readings: readonly PlaceReading[]): Prisma.Sql {
  return Prisma.sql`
    SELECT plain_text(given.name) AS name, postcode, regions
    FROM unnest((SELECT ${readings.map(({ name }) => name)}::text[]), (SELECT ${readings.map(({ region }) => region)}::text[]),
        (SELECT ${readings.map(({ postcode }) => postcode)}::text[])) AS given (name, region, postcode),
      LATERAL (SELECT plain_text(region) AS plain OFFSET 0) asked,
      LATERAL (SELECT CASE WHEN region IS NOT NULL THEN ARRAY(
        SELECT id FROM state WHERE starts_with(plain_code, plain) OR slug = region OR starts_with(plain_name, plain)) END AS regions
        OFFSET 0) narrowed
    WHERE regions IS NULL OR regions <> '{}'`;
}

const HAS_EXTRA = Prisma.sql`EXISTS (SELECT FROM unnest(p.extra_postcodes) extra WHERE starts_with(extra, reading.postcode))`;

/** Whether a place lies in the reading's region and has its postcode; one whose postcode nobody has told us yet is not ruled out by one. */
const FITS = Prisma.sql`(regions IS NULL OR p.region_id = ANY (regions))
  AND (reading.postcode IS NULL OR p.postcode IS NULL OR starts_with(p.postcode, reading.postcode) OR ${HAS_EXTRA})`;

/** What begins with a reading's name, or where there is none with its postcode. The operators say LIKE 'name%' for a name that is not known yet when the plan is made. */
const BEGINS = Prisma.sql`
  SELECT id, min(rank) AS rank FROM (
    SELECT p.id, CASE WHEN p.plain_name = reading.name THEN ${RANK.exact}::int ELSE ${RANK.prefix}::int END AS rank
    FROM reading JOIN locality p ON p.plain_name ~>=~ reading.name AND p.plain_name ~<~ (reading.name || ${HIGHEST})
    WHERE reading.name <> '' AND ${FITS}
    UNION ALL
    SELECT p.id, ${RANK.prefix}::int
    FROM reading JOIN locality p ON p.postcode ~>=~ reading.postcode AND p.postcode ~<~ (reading.postcode || ${HIGHEST})
    WHERE reading.name = ''
    UNION ALL
    SELECT p.id, ${RANK.prefix}::int
    FROM reading JOIN locality p ON p.extra_postcodes <> '{}' AND ${HAS_EXTRA}
    WHERE reading.name = ''
  ) every GROUP BY id`;

const ALIKE = Prisma.sql`
  SELECT p.id, max(likeness) AS likeness, (array_agg(reading.name ORDER BY likeness DESC, reading.name COLLATE "C"))[1] AS asked
  FROM reading, LATERAL (
    SELECT * FROM locality WHERE plain_name % reading.name
    UNION
    SELECT * FROM locality
    WHERE plain_name ~>=~ left(reading.name, 2) AND plain_name ~<~ (left(reading.name, 2) || ${HIGHEST})
      AND similarity(plain_name, reading.name) >= ${ALIKE_MIN}::real
  ) p, LATERAL (SELECT similarity(p.plain_name, reading.name) AS likeness) compared
  WHERE char_length(reading.name) >= ${MISSPELT_LENGTH_MIN}::int AND ${FITS}
    AND NOT EXISTS (SELECT FROM spelt WHERE spelt.id = p.id)`;

/** The first in the order; names are looked up, and compared, only of those that may be among them. */
const BEST = Prisma.sql`
  SELECT asked, listings, p.slug, p.name, p.postcode, state.slug AS state_slug, state.code AS state_code, state.name AS state_name
  FROM (
    SELECT * FROM candidate ORDER BY rank, likeness DESC, listings DESC FETCH FIRST (SELECT places FROM room) ROWS WITH TIES
  ) winner JOIN locality p USING (id) JOIN state ON state.id = p.region_id
  ORDER BY rank, likeness DESC, listings DESC, p.plain_name COLLATE "C", state.slug COLLATE "C", p.slug COLLATE "C"
  LIMIT (SELECT places FROM room)`;
