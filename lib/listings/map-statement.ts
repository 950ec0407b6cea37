import "server-only";
import type { Premises } from "@/lib/listings/asked-words";
import type { CardIds } from "@/lib/listings/freshness";
import type { Price, PropertyType } from "@/lib/listings/listing";
import { cellRanges } from "@/lib/listings/map-cells";
import { FEATURES_MAX, FINEST_EXPONENT, type MapGrid, mapGrid } from "@/lib/listings/map-grid";
import { type MapQuery, mapSearch } from "@/lib/listings/map-query";
import type { Bounds, ListingSearch } from "@/lib/listings/search";
import { type Circumstances, circumstances } from "@/lib/listings/search-circumstances";
import { searchConditions } from "@/lib/listings/search-conditions";
import type { LocalityRef } from "@/lib/localities/locality";
import { Prisma } from "@/prisma/generated/client";

/** The one row that the statement answers. */
export type MapRow = Circumstances & {
  readonly total: number;
  readonly clusters: readonly ClusterRow[];
  readonly listings: readonly MapListingRow[];
};

/** The listings of one cell. */
export type ClusterRow = Bounds & {
  readonly count: number;
  /** Sums, in millionths of a degree: whole numbers add up to the same in any order. */
  readonly lat: number;
  readonly lng: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The first and the last facet key: they begin with the currency. */
  readonly firstKey: number;
  readonly lastKey: number;
  /** Its listings, where they are few; null where it has too many to name. */
  readonly ids: readonly number[] | null;
};

export type MapListingRow = {
  readonly id: number;
  readonly propertyType: PropertyType;
  readonly price: Price;
  readonly beds: number | null;
  readonly street: string | null;
  readonly locality: LocalityRef;
  readonly position: { readonly lng: number; readonly lat: number };
  readonly isExact: boolean;
  readonly ids: CardIds;
};

/** Up to here each listing stands by itself, however far the map is. */
const SINGLE_MAX = 60;
/** From this zoom on each does, as long as the map can hold them. */
const CLOSE_ZOOM = 16;
/** So many listings are named, of the cells that have the fewest. */
const NAMED_MAX = 300;

const HIT = Prisma.sql`s.id, s.latitude, s.longitude, s.price_low, s.price_high, s.facet_key`;

/** All in one pass: what is counted for each of half a million rows is what such a map costs. */
const CELL = Prisma.sql`count(*)::int AS count, min(s.id) AS id, min(s.price_low) AS low, max(s.price_high) AS high,
  min(s.facet_key) AS "firstKey", max(s.facet_key) AS "lastKey",
  sum((s.latitude * 1000000)::int) AS lat, sum((s.longitude * 1000000)::int) AS lng,
  min(s.longitude) AS west, min(s.latitude) AS south, max(s.longitude) AS east, max(s.latitude) AS north`;

/**
 * A window of a map as one statement. `hit` has the ids of all that is found, unless an index can count them cell by cell; then no more
 * than one beyond what a map can hold, and `cell` counts them once more if there are so many.
 */
export function mapStatement(query: MapQuery, premises: Premises): Prisma.Sql {
  const search = mapSearch(query);
  const grid = mapGrid(query);
  const conditions = searchConditions({ ...search, bounds: null }, premises);
  const { counted, ids } = isInIndex(search)
    ? cellByCell(grid, query.bounds, conditions.all)
    : together(
        grid,
        Prisma.sql`${conditions.all} AND ${isInCells(query.bounds)} AND ${standsIn(query.bounds)}`,
      );
  const isClose = query.zoom >= CLOSE_ZOOM;
  return Prisma.sql`
    WITH ${conditions.asked}, ${counted},
    tally AS MATERIALIZED (
      SELECT total, total <= ${isClose ? FEATURES_MAX : SINGLE_MAX} AS single
      FROM (SELECT coalesce(sum(count), 0)::int AS total FROM cell) counted),
    cluster AS MATERIALIZED (
      SELECT * FROM (SELECT *, sum(count) OVER (ORDER BY count, "row", "column") <= ${NAMED_MAX} AS named FROM cell) square, tally
      WHERE count > 1 AND NOT single)
    SELECT ${circumstances(search, premises.now)}, (SELECT total FROM tally) AS total,
      coalesce((
        SELECT json_agg(json_build_object(
          'count', count, 'lat', lat, 'lng', lng, 'west', west, 'south', south, 'east', east, 'north', north,
          'low', low, 'high', high, 'firstKey', "firstKey", 'lastKey', "lastKey", 'ids', CASE WHEN named THEN ${ids} END)
          ORDER BY "row", "column")
        FROM cluster square), '[]') AS clusters,
      coalesce((${listings()}), '[]') AS listings`;
}

/** Whether the index of the cells has all that is asked for. */
function isInIndex({ region, localities, keywords, features, agency, agent, area }: ListingSearch): boolean {
  const beyond = [region, agency, agent, area];
  return (
    beyond.every((each) => each === null) && [localities, keywords, features].every((set) => set.length === 0)
  );
}

/** As a value, not a range: no other index is to be read for each cell, and none of a strip of latitude. */
function standsIn({ west, south, east, north }: Bounds): Prisma.Sql {
  return Prisma.sql`(s.latitude BETWEEN ${south}::float8 AND ${north}::float8 AND s.longitude BETWEEN ${west}::float8 AND ${east}::float8) IS TRUE`;
}

/** By the index of cells, if that finds less than another. Written out, not as parameters: Postgres knows how many stand there when it plans. */
function isInCells(bounds: Bounds): Prisma.Sql {
  const ranges = cellRanges(bounds).map(({ first, beyond }) => `s.cell >= ${first} AND s.cell < ${beyond}`);
  return Prisma.raw(`(${ranges.join(" OR ")})`);
}

/** The tables of what is counted, and how the ids of a row of `cell`, called `square`, are found. */
type Counting = { readonly counted: Prisma.Sql; readonly ids: Prisma.Sql };

function cellByCell({ cellDegrees, columns, rows }: MapGrid, bounds: Bounds, where: Prisma.Sql): Counting {
  const { west, south, east, north } = bounds;
  const cells = 4 ** (Math.log2(cellDegrees) - FINEST_EXPONENT);
  const inCell = Prisma.sql`
    FROM listing_search s
    WHERE s.cell >= square.cell AND s.cell < square.cell + ${cells}::bigint AND (square.inside OR ${standsIn(bounds)}) AND ${where}`;
  const counted = Prisma.sql`
    square AS MATERIALIZED (
      SELECT "row", "column", map_cell(lat, lng) AS cell,
        lat >= ${south}::float8 AND lat + side <= ${north}::float8 AND lng >= ${west}::float8 AND lng + side <= ${east}::float8 AS inside
      FROM (SELECT ${cellDegrees}::float8 AS side) cell, generate_series(${rows[0]}::int, ${rows[1]}::int) "row",
        generate_series(${columns[0]}::int, ${columns[1]}::int) "column",
        LATERAL (SELECT "row" * side AS lat, "column" * side AS lng) corner),
    hit AS MATERIALIZED (
      SELECT s.* FROM square CROSS JOIN LATERAL (SELECT ${HIT} ${inCell} OFFSET 0) s LIMIT ${FEATURES_MAX + 1}),
    cell AS MATERIALIZED (
      SELECT ${rowAndColumn(cellDegrees)}, ${CELL}, array_agg(s.id) AS ids, NULL::bigint AS cell, false AS inside
      FROM hit s WHERE (SELECT count(*) FROM hit) <= ${FEATURES_MAX} GROUP BY 1, 2
      UNION ALL
      SELECT "row", "column", s.*, NULL, square.cell, inside FROM square CROSS JOIN LATERAL (SELECT ${CELL} ${inCell}) s
      WHERE (SELECT count(*) FROM hit) > ${FEATURES_MAX} AND count > 0)`;
  return { counted, ids: Prisma.sql`coalesce(ids, ARRAY(SELECT s.id ${inCell}))` };
}

/** The ids are kept with the cell: to keep the rows, and count them afterwards, takes a fifth longer. */
function together({ cellDegrees }: MapGrid, where: Prisma.Sql): Counting {
  const counted = Prisma.sql`
    cell AS MATERIALIZED (SELECT ${rowAndColumn(cellDegrees)}, ${CELL}, array_agg(s.id) AS ids FROM listing_search s WHERE ${where} GROUP BY 1, 2),
    hit AS (SELECT unnest(ids) AS id FROM cell)`;
  return { counted, ids: Prisma.sql`ids` };
}

function rowAndColumn(cellDegrees: number): Prisma.Sql {
  return Prisma.sql`floor(s.latitude / ${cellDegrees}::float8)::int AS "row", floor(s.longitude / ${cellDegrees}::float8)::int AS "column"`;
}

/** What stands by itself. Where the street is hidden, listing_search has the position of the locality. */
function listings(): Prisma.Sql {
  return Prisma.sql`
    SELECT json_agg(json_build_object(
      'id', l.id,
      'propertyType', l.property_type,
      'price', json_build_object('display', l.price_display, 'low', l.price_low, 'high', l.price_high, 'currency', l.price_currency),
      'beds', l.bedrooms,
      'street', CASE WHEN NOT l.hide_street THEN l.street END,
      'locality', json_build_object('slug', p.slug, 'name', p.name, 'postcode', p.postcode,
        'region', json_build_object('slug', r.slug, 'code', r.code, 'name', r.name)),
      'position', json_build_object('lng', s.longitude, 'lat', s.latitude),
      'isExact', l.latitude IS NOT NULL AND NOT l.hide_street,
      'ids', json_build_object('locality', l.locality_id, 'region', p.region_id, 'agency', NULL, 'source', NULL)) ORDER BY l.id)
    FROM listing_search s
    JOIN listing l ON l.id = s.id
    JOIN locality p ON p.id = l.locality_id
    JOIN region r ON r.id = p.region_id
    WHERE s.id = ANY (ARRAY(
      SELECT id FROM hit, tally WHERE single UNION ALL SELECT id FROM cell, tally WHERE count = 1 AND NOT single))`;
}
