import type { FieldIssue } from "@/lib/errors";
import type { ListingCard, PropertyType } from "@/lib/listings/listing";

export type CountFromMin = { readonly min: number; readonly count: number };

export type FeatureCount = { readonly slug: string; readonly label: string; readonly count: number };

/** How many listings each choice would leave under every other filter of the search; as exact as the total. */
type CountedFacets = {
  /** Every type, also those with none. */
  readonly type: Readonly<Record<PropertyType, number>>;
  /** "n or more", n from 1 to 5. */
  readonly beds: readonly CountFromMin[];
  readonly baths: readonly CountFromMin[];
  readonly parking: readonly CountFromMin[];
  /** Published within NEW_DAYS. */
  readonly new: number;
};

/** The choices that are counted only where not too many listings are found; null beyond, and where they say nothing. */
export type SearchOptions = {
  /** The most frequent ones, with how many would be left if the feature were asked for too. */
  readonly features: readonly FeatureCount[] | null;
  readonly openThisWeekend: number | null;
};

export type Facets = CountedFacets & SearchOptions;

/** A keyword that no listing ever had, and the stems that stand in for it; none when nothing is like it. */
export type Correction = { readonly word: string; readonly instead: readonly string[] };

/** What is counted of a search, whatever its order and page. */
export type SearchCounts = {
  /** Exact up to COUNT_MAX; beyond that it is COUNT_MAX and not exact. */
  readonly total: number;
  readonly totalIsExact: boolean;
  /** The total, whatever it is: how its pages are best read. */
  readonly found: number;
  readonly facets: CountedFacets;
  /** Of what is found. */
  readonly currencies: readonly string[];
  readonly corrections: readonly Correction[];
};

/** Some of what a search finds, in its order. */
export type SearchPage = {
  readonly items: readonly ListingCard[];
  /** `after` of the next page; null on the last. */
  readonly next: string | null;
};

/** One page of a search with all that is counted. */
export type ListingPage = Pick<SearchCounts, "total" | "totalIsExact"> &
  SearchPage & {
    readonly facets: Facets;
    /** What belongs beside the results, as sentences, or null. */
    readonly notice: string | null;
  };

/** An answer, or which of the names that the search gives are none. */
export type Answered<T> =
  | { readonly kind: "answer"; readonly answer: T }
  | { readonly kind: "unknown-names"; readonly issues: readonly FieldIssue[] };
