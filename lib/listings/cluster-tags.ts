import { cardTag } from "@/lib/listings/freshness";
import type { Channel } from "@/lib/listings/listing";
import type { ClusterRow } from "@/lib/listings/map-statement";
import { blocksOf } from "@/lib/listings/search-squares";
import { spanAspects } from "@/lib/listings/search-tags";

/** The cards of the listings of clusters that are named. */
export function namedTags(clusters: readonly ClusterRow[]): readonly string[] {
  return clusters.flatMap(({ ids }) => ids ?? []).map(cardTag);
}

/**
 * What the lowest and highest prices of the other clusters depend on, beside their listings' coming and going. Any price of a block may be
 * a new lowest one of a cluster that lies there, if it is no higher than the highest of the lowest; and likewise a new highest one. Of more
 * than `most` tags those of the whole channel, which are few.
 */
export function extremeTags(
  channel: Channel,
  clusters: readonly ClusterRow[],
  { most }: { readonly most: number },
): readonly string[] {
  const unnamed = clusters.filter(({ ids }) => ids === null);
  const ofBlocks = new Map<string, ClusterRow[]>();
  for (const cluster of unnamed)
    for (const block of blocksOf(cluster)) ofBlocks.set(block, [...(ofBlocks.get(block) ?? []), cluster]);
  const tags = [...ofBlocks].flatMap(([block, itsClusters]) =>
    extremesOf(itsClusters).map((aspect) => `${aspect}:${channel}:${block}`),
  );
  return tags.length <= most ? tags : extremesOf(unnamed).map((aspect) => `${aspect}:${channel}`);
}

function extremesOf(clusters: readonly ClusterRow[]): readonly string[] {
  if (clusters.length === 0) return [];
  const lows = clusters.flatMap(({ low }) => low ?? []);
  const highs = clusters.flatMap(({ high }) => high ?? []);
  return spanAspects([
    { from: 0, to: Math.max(0, ...lows) },
    { from: Math.min(Number.MAX_SAFE_INTEGER, ...highs), to: null },
  ]);
}
