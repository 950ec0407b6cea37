import "server-only";
import type { LoadContext } from "@/lib/cache/load-scope";
import { correctionsOf, findAskedWords } from "@/lib/listings/asked-words";
import { extremeTags, namedTags } from "@/lib/listings/cluster-tags";
import { COUNT_MAX } from "@/lib/listings/count-max";
import { readFacetKey } from "@/lib/listings/facet-key";
import { cardTag, cardTags, UNKNOWN_NAME_TAGS, VOCABULARY_TAG } from "@/lib/listings/freshness";
import type { ListingMap, MapCluster, MapListing } from "@/lib/listings/listing-map";
import { listingSlug } from "@/lib/listings/listing-path";
import { type MapAnswer, mapRead } from "@/lib/listings/map-freshness";
import { type MapQuery, mapSearch } from "@/lib/listings/map-query";
import { type ClusterRow, type MapListingRow, type MapRow, mapStatement } from "@/lib/listings/map-statement";
import type { ListingSearch } from "@/lib/listings/search";
import type { Correction } from "@/lib/listings/search-answers";
import { newUntilMs } from "@/lib/listings/search-moments";
import { refuseNames, unknownNames } from "@/lib/listings/search-names";
import { noticeOf } from "@/lib/listings/search-notice";
import { searchTags } from "@/lib/listings/search-tags";
import { cacheHost } from "@/lib/platform/cache-host";
import { cachedRead } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/** Positions and sides of clusters are told to a metre. */
const STEPS = 100_000;
/** An entry is kept with a thousand at most. */
const TAGS_MAX = 950;
/** Of more listings, whose places have names that hardly ever change, any place is told. */
const PLACES_TOLD_MAX = 100;

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
  const words = await findAskedWords(search);
  const now = new Date();
  const [row] = await runtime().database.$queryRaw<MapRow[]>(mapStatement(query, { now, words }));
  if (!row) throw new Error("A statement without a FROM clause answered no row.");
  const issues = unknownNames(search, row.found);
  if (issues.length > 0) {
    addTags(...UNKNOWN_NAME_TAGS);
    return { kind: "unknown-names", issues };
  }
  addTags(...mapTags(search, row));
  const corrections = correctionsOf(words);
  if (corrections.length > 0) addTags(VOCABULARY_TAG);
  const newUntil = query.newWithinDays === null ? Number.POSITIVE_INFINITY : newUntilMs(search, now);
  const lastsMs = Math.min(newUntil, row.dayUntilMs ?? Number.POSITIVE_INFINITY) - now.getTime();
  // On the cache's clock, as the answers of the search beside it.
  expiresAt(cacheHost.now() + lastsMs);
  return { kind: "map", map: mapOf(search, row, corrections) };
}

function mapTags(search: ListingSearch, { found, clusters, listings }: MapRow): readonly string[] {
  const places =
    listings.length > PLACES_TOLD_MAX
      ? ["localities:any", "regions:any"]
      : listings.flatMap(({ ids }) => cardTags(ids));
  const tags = new Set([
    ...searchTags(search, found),
    ...places,
    ...listings.map(({ id }) => cardTag(id)),
    ...namedTags(clusters),
  ]);
  return [...tags, ...extremeTags(search.channel, clusters, { most: TAGS_MAX - tags.size })];
}

function mapOf(search: ListingSearch, row: MapRow, corrections: readonly Correction[]): ListingMap {
  const { total, clusters, listings } = row;
  return {
    total: Math.min(total, COUNT_MAX),
    totalIsExact: total <= COUNT_MAX,
    clusters: clusters.map(toCluster),
    listings: listings.map(toListing),
    notice: noticeOf(search, { corrections, currencies: currenciesOf(row) }),
  };
}

/** Two or more if there are: a cluster of several has two of them in its first and last key. */
function currenciesOf({ clusters, listings }: MapRow): readonly string[] {
  const ofClusters = clusters.flatMap(({ firstKey, lastKey }) => [firstKey, lastKey]);
  const found = [
    ...ofClusters.map((key) => readFacetKey(key).currency),
    ...listings.map(({ price }) => price.currency),
  ];
  return [...new Set(found)];
}

function toCluster({
  count,
  lat,
  lng,
  west,
  south,
  east,
  north,
  ids: _ids,
  ...prices
}: ClusterRow): MapCluster {
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

function toListing({ locality, ids: _ids, ...same }: MapListingRow): MapListing {
  const { street, propertyType } = same;
  return { ...same, slug: listingSlug({ street, propertyType, locality }) };
}

function down(degrees: number): number {
  const nearest = Math.round(degrees * STEPS);
  return (nearest / STEPS > degrees ? nearest - 1 : nearest) / STEPS + 0; // -0 becomes 0
}

function up(degrees: number): number {
  return -down(-degrees) + 0;
}
