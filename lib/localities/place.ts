import type { LocalityRef, RegionRef } from "@/lib/localities/locality";

/** What a search box's text can mean. */
export type Place =
  | { readonly kind: "region"; readonly region: RegionRef }
  | { readonly kind: "locality"; readonly locality: LocalityRef };

export type RegionWithCounts = RegionRef & {
  readonly country: string;
  /** Public listings by channel. */
  readonly counts: { readonly buy: number; readonly rent: number; readonly sold: number };
};

/** A locality as its own page shows it. */
export type Locality = LocalityRef & { readonly latitude: number; readonly longitude: number };

/** A locality with how far it lies from the nearest of those that were asked about, which lie 0 km away themselves. */
export type NearbyLocality = Locality & { readonly km: number };
