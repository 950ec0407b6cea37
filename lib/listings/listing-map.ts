import type { ListingCard } from "@/lib/listings/listing";
import type { Bounds, Point } from "@/lib/listings/search";

/** Listings that stand near each other, for the zoom of the map. */
export type MapCluster = {
  /** Two or more; exact. */
  readonly count: number;
  /** The mean of their positions, to five decimals of a degree (a metre). */
  readonly position: Point;
  /** Where they all stand, for a map to zoom into; to five decimals, outward. */
  readonly bounds: Bounds;
  /** From the least to the most that any asks, in whole units; null when none says, or when they ask in several currencies. */
  readonly price: { readonly low: number; readonly high: number; readonly currency: string } | null;
};

/** A listing that stands by itself on a map. */
export type MapListing = Pick<ListingCard, "id" | "slug" | "propertyType" | "price" | "beds" | "street"> & {
  readonly position: Point;
  /** Whether it stands there; else that is where its locality is, because its own place is hidden or not known. */
  readonly isExact: boolean;
};

/** What a window of a map shows: every listing that is found in it, each by itself or in one cluster. */
export type ListingMap = {
  /** Exact up to 10,000; beyond that it is 10,000 and not exact. */
  readonly total: number;
  readonly totalIsExact: boolean;
  /** From south to north, then from west to east. */
  readonly clusters: readonly MapCluster[];
  /** By id. */
  readonly listings: readonly MapListing[];
  /** What belongs beside the map, as sentences, or null. */
  readonly notice: string | null;
};
