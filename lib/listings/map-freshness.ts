import { z } from "zod";
import type { Lifetime } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";
import type { FieldIssue } from "@/lib/errors";
import { LISTING_TABLES } from "@/lib/listings/freshness";
import { PROPERTY_TYPES } from "@/lib/listings/listing";
import type { ListingMap } from "@/lib/listings/listing-map";
import { canonicalMapQuery, type MapQuery } from "@/lib/listings/map-query";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const MAP_LIFETIME: Lifetime = {
  reason: "As the searches beside it. What nobody asks again makes room as it is.",
  freshForMs: HOUR,
  staleForMs: HOUR,
  usableForMs: DAY,
  jitter: 0.1,
};

export type MapAnswer =
  | { readonly kind: "map"; readonly map: ListingMap }
  | { readonly kind: "unknown-names"; readonly issues: readonly FieldIssue[] };

const POINT = z.object({ lng: z.number(), lat: z.number() });
const BOUNDS = z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() });

const LISTING_MAP: z.ZodType<ListingMap> = z.object({
  total: z.number(),
  totalIsExact: z.boolean(),
  clusters: z.array(
    z.object({
      count: z.number(),
      position: POINT,
      bounds: BOUNDS,
      price: z.object({ low: z.number(), high: z.number(), currency: z.string() }).nullable(),
    }),
  ),
  listings: z.array(
    z.object({
      id: z.number(),
      slug: z.string(),
      propertyType: z.enum(PROPERTY_TYPES),
      price: z.object({
        display: z.string(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        currency: z.string(),
      }),
      beds: z.number().nullable(),
      street: z.string().nullable(),
      position: POINT,
      isExact: z.boolean(),
    }),
  ),
  notice: z.string().nullable(),
});

const MAP_ANSWER: z.ZodType<MapAnswer> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("map"), map: LISTING_MAP }),
  z.object({
    kind: z.literal("unknown-names"),
    issues: z.array(z.object({ field: z.string(), reason: z.string() })),
  }),
]);

export function mapRead(query: MapQuery): Read<MapAnswer> {
  return {
    key: `map/${canonicalMapQuery(query)}`,
    tags: query.agent === null ? LISTING_TABLES : [...LISTING_TABLES, "agents"],
    lifetime: MAP_LIFETIME,
    shape: { name: "map", version: 2, parse: (stored) => MAP_ANSWER.parse(stored) },
  };
}
