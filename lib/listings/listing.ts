import { z } from "zod";
import type { LocalityRef } from "@/lib/localities/locality";
import type { Picture } from "@/lib/media/picture";

export const CHANNELS = ["buy", "rent", "sold"] as const;
export type Channel = (typeof CHANNELS)[number];

export const OFFERS = ["sale", "rent"] as const;
export type Offer = (typeof OFFERS)[number];

export const LISTING_STATUSES = ["draft", "active", "under_offer", "sold", "leased", "withdrawn"] as const;
export type ListingStatus = (typeof LISTING_STATUSES)[number];

export const PROPERTY_TYPES = [
  "house",
  "terrace",
  "townhouse",
  "apartment",
  "unit",
  "villa",
  "rural",
  "land",
] as const;
export type PropertyType = (typeof PROPERTY_TYPES)[number];

export const ListingId = z.coerce.number().int().min(1).max(2_147_483_647).brand("ListingId");
export type ListingId = z.infer<typeof ListingId>;

/** `display` is what is shown; the range, in whole units of `currency` (per week for rent), is what is filtered and sorted. */
export type Price = {
  readonly display: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly currency: string;
};

/** A listing as a card shows it. Areas in square metres; days as YYYY-MM-DD in the property's region; instants as ISO strings. */
export type ListingCard = {
  readonly id: number;
  /** Names the listing in its URL, from nothing but public fields; not unique and not permanent (see listingPath). */
  readonly slug: string;
  readonly channel: Channel | null;
  readonly status: ListingStatus;
  readonly offer: Offer;
  readonly propertyType: PropertyType;
  readonly headline: string;
  readonly price: Price;
  readonly beds: number | null;
  readonly baths: number | null;
  readonly parking: number | null;
  readonly landAreaM2: number | null;
  readonly floorAreaM2: number | null;
  /** null when unknown or when the vendor asked to hide it. */
  readonly street: string | null;
  readonly locality: LocalityRef;
  /** The agency's name and slug, or null for an import without one. */
  readonly agency: { readonly slug: string; readonly name: string } | null;
  readonly publishedAt: string | null;
  readonly soldOn: string | null;
  /** Where the listing comes from, or null when it was made here. `isDemo`: invented, and to be labelled so wherever it is shown. */
  readonly source: { readonly slug: string; readonly name: string; readonly isDemo: boolean } | null;
  /** Its main picture; null when none was supplied. */
  readonly image: Picture | null;
};

export type ListingEventKind =
  | "listed"
  | "price_changed"
  | "under_offer"
  | "sold"
  | "leased"
  | "withdrawn"
  | "relisted";

export type ListingEvent = {
  readonly kind: ListingEventKind;
  readonly occurredOn: string;
  readonly price: {
    readonly display: string;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
};

export type ListingAgentRef = {
  readonly slug: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
};

export type ListingInspection = {
  readonly kind: "open_home" | "auction";
  readonly startsAt: string;
  readonly endsAt: string;
};

/** A listing as its own page shows it. Coordinates are null when unknown or when the street is hidden. */
export type Listing = ListingCard & {
  readonly description: string;
  readonly features: readonly string[];
  readonly coordinates: { readonly latitude: number; readonly longitude: number } | null;
  readonly agents: readonly ListingAgentRef[];
  readonly inspections: readonly ListingInspection[];
  /** The main picture first; empty when none was supplied. */
  readonly images: readonly Picture[];
  /** Oldest first. */
  readonly history: readonly ListingEvent[];
  /** IANA name; inspections are shown in it. */
  readonly timeZone: string;
  /** Licence and origin of imported data, to be shown; empty when there is none. */
  readonly credit: string;
  readonly version: number;
};
