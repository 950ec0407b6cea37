import { cardTag } from "@/lib/listings/freshness";
import type { Channel } from "@/lib/listings/listing";
import type { ClusterRow } from "@/lib/listings/map-statement";
import { blocksOf } from "@/lib/listings/search-squares";
import { spanAspects } from "@/lib/listings/search-tags";

/** An entry has a thousand tags at most, and up to four hundred listings of a map are named by theirs. */
const TAGS_MAX = 500;

/**
 * What the lowest and highest prices of clusters depend on, beside their listings' coming and going: those of named listings on their cards.
 * For the others any price of a block may be a new lowest one of a cluster that lies there, if it is no higher than the highest of the
 * lowest; and likewise a new highest one.
 */
export function clusterTags(channel: Channel, clusters: readonly ClusterRow[]): readonly string[] {
  const named = clusters.flatMap(({ ids }) => ids ?? []).map(cardTag);
  const unnamed = clusters.filter(({ ids }) => ids === null);
  const scopes = [...new Set(unnamed.flatMap(blocksOf))];
  const tags = scopes.flatMap((block) =>
    extremesOf(unnamed.filter((cluster) => blocksOf(cluster).includes(block))).map(
      (aspect) => `${aspect}:${channel}:${block}`,
    ),
  );
  const told = tags.length <= TAGS_MAX ? tags : extremesOf(unnamed).map((aspect) => `${aspect}:${channel}`);
  return [...named, ...told];
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
