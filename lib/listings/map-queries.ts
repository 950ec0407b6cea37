import "server-only";
import type { LoadContext } from "@/lib/cache/load-scope";
import { readFacetKey } from "@/lib/listings/facet-key";
import { cardTag, cardTags, searchTags, UNKNOWN_NAME_TAGS } from "@/lib/listings/freshness";
import type { ListingMap, MapCluster, MapListing } from "@/lib/listings/listing-map";
import { listingSlug } from "@/lib/listings/listing-path";
import { type MapAnswer, mapRead } from "@/lib/listings/map-freshness";
import { type MapQuery, mapSearch } from "@/lib/listings/map-query";
import { type ClusterRow, type MapListingRow, type MapRow, mapStatement } from "@/lib/listings/map-statement";
import { COUNT_MAX } from "@/lib/listings/search";
import { refuseNames, unknownNames } from "@/lib/listings/search-names";
import { cachedRead } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/** Positions and sides of clusters are told to a metre. */
const STEPS = 100_000;
const QUARTER_MS = 15 * 60_000;

/**
 * What a window of a map shows: each listing that the search finds there, by itself or in a cluster, at most FEATURES_MAX of both; one
 * statement. Throws AppError bad_request naming a region, locality, agency or agent that does not exist.
 */
export async function getListingMap(query: MapQuery): Promise<ListingMap> {
  const answer = await cachedRead(mapRead(query), (context) => loadMap(query, context));
  if (answer.kind === "unknown-names") throw refuseNames(answer.issues);
  return answer.map;
}

async function loadMap(query: MapQuery, { addTags, expiresAt }: LoadContext): Promise<MapAnswer> {
  const search = mapSearch(query);
  const now = new Date();
  expiresAt(sameUntilMs(query, now));
  const [row] = await runtime().database.$queryRaw<MapRow[]>(mapStatement(query, now));
  if (!row) throw new Error("A statement without a FROM clause answered no row.");
  const issues = unknownNames(search, row.found);
  if (issues.length > 0) {
    addTags(...UNKNOWN_NAME_TAGS);
    return { kind: "unknown-names", issues };
  }
  addTags(
    ...searchTags(search, row.found),
    ...row.listings.flatMap(({ id, ids }) => [cardTag(id), ...cardTags(ids)]),
  );
  return { kind: "map", map: mapOf(row) };
}

/** What is new is reckoned by full hours; a day begins, wherever it does, at a full quarter of one. */
function sameUntilMs({ newWithinDays, open }: MapQuery, now: Date): number {
  const nextFull = (spanMs: number) => (Math.floor(now.getTime() / spanMs) + 1) * spanMs;
  if (open !== null) return nextFull(QUARTER_MS);
  return newWithinDays === null ? Number.POSITIVE_INFINITY : nextFull(4 * QUARTER_MS);
}

function mapOf({ total, clusters, listings }: MapRow): ListingMap {
  return {
    total: Math.min(total, COUNT_MAX),
    totalIsExact: total <= COUNT_MAX,
    clusters: clusters.map(toCluster),
    listings: listings.map(toListing),
    notice: null,
  };
}

function toCluster({ count, lat, lng, west, south, east, north, ...prices }: ClusterRow): MapCluster {
  const mean = (millionths: number) => Math.round((millionths / count / 1_000_000) * STEPS) / STEPS + 0;
  return {
    count,
    position: { lng: mean(lng), lat: mean(lat) },
    bounds: { west: down(west), south: down(south), east: up(east), north: up(north) },
    price: priceOf(prices),
  };
}

function priceOf({
  low,
  high,
  firstKey,
  lastKey,
}: Pick<ClusterRow, "low" | "high" | "firstKey" | "lastKey">): MapCluster["price"] {
  if (low === null || high === null) return null;
  const { currency } = readFacetKey(firstKey);
  return currency === readFacetKey(lastKey).currency ? { low, high, currency } : null;
}

function toListing({ street, locality, ids: _ids, ...same }: MapListingRow): MapListing {
  const { propertyType } = same;
  return { ...same, slug: listingSlug({ street, propertyType, locality }) };
}

function down(degrees: number): number {
  const nearest = Math.round(degrees * STEPS);
  return (nearest / STEPS > degrees ? nearest - 1 : nearest) / STEPS + 0; // -0 becomes 0
}

function up(degrees: number): number {
  return -down(-degrees) + 0;
}
