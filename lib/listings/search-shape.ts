import { z } from "zod";
import { LISTING_CARD } from "@/lib/listings/listing-shape";
import type { Answered, SearchCounts, SearchOptions, SearchPage } from "@/lib/listings/search-answers";

// What comes back from a store that others can write to is checked before it is believed.

const COUNTS_FROM_MIN = z.array(z.object({ min: z.number(), count: z.number() }));

const SEARCH_COUNTS: z.ZodType<SearchCounts> = z.object({
  total: z.number(),
  totalIsExact: z.boolean(),
  found: z.number(),
  facets: z.object({
    type: z.object({
      house: z.number(),
      terrace: z.number(),
      townhouse: z.number(),
      apartment: z.number(),
      unit: z.number(),
      villa: z.number(),
      rural: z.number(),
      land: z.number(),
    }),
    beds: COUNTS_FROM_MIN,
    baths: COUNTS_FROM_MIN,
    parking: COUNTS_FROM_MIN,
    new: z.number(),
  }),
  currencies: z.array(z.string()),
  corrections: z.array(z.object({ word: z.string(), instead: z.array(z.string()) })),
});

const SEARCH_PAGE: z.ZodType<SearchPage> = z.object({
  items: z.array(LISTING_CARD),
  next: z.string().nullable(),
});

const SEARCH_OPTIONS: z.ZodType<SearchOptions> = z.object({
  features: z.array(z.object({ slug: z.string(), label: z.string(), count: z.number() })).nullable(),
  openThisWeekend: z.number().nullable(),
});

function answered<T>(answer: z.ZodType<T>): z.ZodType<Answered<T>> {
  return z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("answer"), answer }),
    z.object({
      kind: z.literal("unknown-names"),
      issues: z.array(z.object({ field: z.string(), reason: z.string() })),
    }),
  ]);
}

export const ANSWERED_COUNTS = answered(SEARCH_COUNTS);
export const ANSWERED_PAGE = answered(SEARCH_PAGE);
export const ANSWERED_OPTIONS = answered(SEARCH_OPTIONS);
