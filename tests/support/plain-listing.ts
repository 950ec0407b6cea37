import type { PROPERTY_TYPES } from "@/lib/listings/listing";
import type { Point } from "@/lib/listings/search";
import type { LocalityKey } from "@/lib/localities/locality";

/** A locality as a search can ask about it. */
export type PlainPlace = {
  readonly id: number;
  readonly key: LocalityKey;
  readonly point: Point;
  readonly timeZone: string;
};

/** As much of a listing as a search can ask about. */
export type PlainListing = {
  readonly id: number;
  readonly channel: "buy" | "rent" | "sold" | null;
  readonly place: PlainPlace;
  readonly type: (typeof PROPERTY_TYPES)[number];
  readonly beds: number | null;
  readonly baths: number | null;
  readonly parking: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly currency: string;
  readonly landAreaM2: number | null;
  /** As the vendor writes them. */
  readonly features: readonly string[];
  readonly agency: string | null;
  readonly agents: readonly string[];
  /** Where it is shown. */
  readonly point: Point;
  readonly publishedAt: string;
  readonly soldOn: string | null;
  readonly inspections: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
  /** Of all its text that is public, and of its headline. */
  readonly stems: ReadonlySet<string>;
  readonly headlineStems: ReadonlySet<string>;
};

/** All that an answer turns on. */
export type PlainWorld = {
  readonly listings: readonly PlainListing[];
  readonly places: readonly PlainPlace[];
  readonly now: Date;
  /** The stems of a keyword, as Postgres's English dictionary has them; none of a stop word. */
  readonly stemsOf: (word: string) => readonly string[];
};
