import type { Mapping } from "@/lib/feeds/mapping";
import type { FeedListing } from "@/lib/feeds/read-row";

type StagedColumn = {
  readonly field: keyof FeedListing;
  readonly column: string;
  readonly type: string;
  /** Whether this mapping says something about the column; what a feed does not speak of stays as it is. */
  readonly isMapped?: (mapping: Mapping) => boolean;
};

const gives =
  (...keys: readonly (keyof Mapping)[]) =>
  (mapping: Mapping) =>
    keys.some((key) => mapping[key] !== undefined);

/** The columns of listing that a feed can fill, with their types there. */
export const LISTING_COLUMNS: readonly StagedColumn[] = [
  { field: "offer", column: "offer", type: "offer" },
  { field: "status", column: "status", type: "listing_status" },
  { field: "propertyType", column: "property_type", type: "property_type" },
  { field: "headline", column: "headline", type: "text" },
  { field: "description", column: "description", type: "text", isMapped: gives("description") },
  { field: "features", column: "features", type: "text[]", isMapped: gives("features") },
  { field: "priceDisplay", column: "price_display", type: "text" },
  { field: "priceLow", column: "price_low", type: "bigint", isMapped: gives("price", "priceHigh") },
  { field: "priceHigh", column: "price_high", type: "bigint", isMapped: gives("price", "priceHigh") },
  { field: "priceCurrency", column: "price_currency", type: "text" },
  { field: "beds", column: "bedrooms", type: "smallint", isMapped: gives("beds") },
  { field: "baths", column: "bathrooms", type: "numeric(4, 2)", isMapped: gives("baths") },
  { field: "parking", column: "parking", type: "smallint", isMapped: gives("parking") },
  { field: "landAreaM2", column: "land_area_m2", type: "double precision", isMapped: gives("landArea") },
  { field: "floorAreaM2", column: "floor_area_m2", type: "double precision", isMapped: gives("floorArea") },
  { field: "street", column: "street", type: "text", isMapped: gives("street") },
  { field: "hideStreet", column: "hide_street", type: "boolean", isMapped: gives("hideStreet") },
  { field: "latitude", column: "latitude", type: "double precision", isMapped: gives("latitude") },
  { field: "longitude", column: "longitude", type: "double precision", isMapped: gives("longitude") },
  { field: "publishedAt", column: "published_at", type: "timestamptz(3)" },
  { field: "soldOn", column: "sold_on", type: "date" },
  { field: "soldPrice", column: "sold_price", type: "bigint" },
  { field: "leasedOn", column: "leased_on", type: "date" },
];

/** What a staged row carries beside them. */
export const KEY_COLUMNS: readonly StagedColumn[] = [
  { field: "externalId", column: "external_id", type: "text" },
  { field: "localityName", column: "locality_name", type: "text" },
  { field: "localityPostcode", column: "locality_postcode", type: "text" },
];
