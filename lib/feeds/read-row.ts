import { z } from "zod";
import { applyingTexts } from "@/lib/feeds/choose-text";
import type { Mapping } from "@/lib/feeds/mapping";
import { type Columns, type RowIssue, RowReading } from "@/lib/feeds/row-reading";
import type { ListingRow } from "@/lib/listings/listing-limits";

const FeedFields = z.object({
  externalId: z.string("must be given").max(200, "must have at most 200 characters"),
  localityName: z.string("must be given").max(100, "must have at most 100 characters"),
  localityPostcode: z
    .string()
    .regex(
      /^[A-Z0-9][A-Z0-9 -]{0,11}$/,
      "must be a postcode: at most 12 capital letters, digits, spaces and hyphens",
    )
    .nullable(),
});

/** A row of a feed as a listing. `publishedAt` is null where the feed does not say. */
export type FeedListing = ListingRow & z.infer<typeof FeedFields>;

export type ReadRow = { readonly listing: FeedListing } | { readonly issues: readonly RowIssue[] };

/** What a listing may hold (lib/listings/listing-limits.ts). Handed in: a domain takes no other domain's code. */
export type ListingRules = typeof ListingRow;

// Stands in for a day that the feed does not give, so that the rules, which ask for one, say nothing of it.
const ANY_INSTANT = "2000-01-01T00:00:00.000Z";

/** A row of the file as a listing, or everything that is wrong with it. */
export function readRow(mapping: Mapping, rules: ListingRules, columns: Columns): ReadRow {
  const reading = new RowReading(columns);
  const feedFields = { ...readFeedFields(mapping, reading) };
  const facts = readFacts(mapping, reading);
  const texts = writeTexts(mapping, reading, { ...facts, ...feedFields });
  if (reading.issues.length > 0) return reading;
  const publishedAt = publication(facts);
  const listing = rules.safeParse({ ...facts, ...texts, publishedAt: publishedAt ?? standIn(facts) });
  const feed = FeedFields.safeParse(feedFields);
  for (const { path, message } of [...(feed.error?.issues ?? []), ...(listing.error?.issues ?? [])]) {
    const field = String(path[0]);
    const column = columnOf(mapping, field);
    reading.refuse(column, column === null ? `${field} ${message}` : message);
  }
  if (!listing.success || !feed.success) return reading;
  return { listing: { ...listing.data, ...feed.data, publishedAt } };
}

function readFeedFields(mapping: Mapping, reading: RowReading) {
  return {
    externalId: reading.text(mapping.id),
    localityName: reading.text(mapping.locality.name),
    localityPostcode: reading.text(mapping.locality.postcode),
  };
}

function readFacts(mapping: Mapping, reading: RowReading) {
  const status = reading.choice(mapping.status);
  const price = reading.number(mapping.price);
  const isSold = status === "sold";
  return {
    offer: reading.choice(mapping.offer),
    status,
    propertyType: reading.choice(mapping.propertyType),
    priceCurrency: mapping.currency,
    priceLow: price,
    priceHigh: mapping.priceHigh ? reading.number(mapping.priceHigh) : price,
    soldPrice: isSold ? (reading.number(mapping.soldPrice) ?? price) : null,
    listedOn: reading.day(mapping.listedOn),
    soldOn: isSold ? reading.day(mapping.soldOn) : null,
    leasedOn: status === "leased" ? reading.day(mapping.leasedOn) : null,
    beds: reading.number(mapping.beds),
    baths: reading.number(mapping.baths),
    parking: reading.number(mapping.parking),
    landAreaM2: reading.area(mapping.landArea),
    floorAreaM2: reading.area(mapping.floorArea),
    latitude: reading.number(mapping.latitude),
    longitude: reading.number(mapping.longitude),
    street: reading.text(mapping.street),
    hideStreet: mapping.hideStreet ?? false,
  };
}

type Facts = ReturnType<typeof readFacts>;

function writeTexts(mapping: Mapping, reading: RowReading, facts: Facts & ReturnType<typeof readFeedFields>) {
  const fields = {
    ...facts,
    price: facts.priceLow,
    propertyType: facts.propertyType ?? null,
    locality: facts.localityName,
    postcode: facts.localityPostcode,
  };
  const values = { fields, columns: reading.columns };
  return {
    headline: applyingTexts(mapping.headline, values)[0] ?? "",
    priceDisplay: applyingTexts(mapping.priceDisplay, values)[0] ?? "",
    description: applyingTexts(mapping.description ?? [], values).join(" "),
    features: [...new Set(applyingTexts(mapping.features ?? [], values))],
  };
}

/** Midnight (UTC) of the day on which it came on show, as far as the feed says. */
function publication({ status, listedOn, soldOn, leasedOn }: Facts): string | null {
  const day = listedOn ?? soldOn ?? leasedOn;
  return status === "draft" || day === null ? null : `${day}T00:00:00.000Z`;
}

function standIn({ status }: Facts): string | null {
  return status === "draft" ? null : ANY_INSTANT;
}

/** The column that a field was read from; null for what the mapping writes or fixes itself. */
function columnOf(mapping: Mapping, field: string): string | null {
  const { name, postcode } = mapping.locality;
  const from =
    {
      externalId: mapping.id,
      localityName: name,
      localityPostcode: postcode,
      offer: mapping.offer,
      status: mapping.status,
      propertyType: mapping.propertyType,
      priceLow: mapping.price,
      priceHigh: mapping.priceHigh ?? mapping.price,
      soldPrice: mapping.soldPrice ?? mapping.price,
      soldOn: mapping.soldOn,
      leasedOn: mapping.leasedOn,
      beds: mapping.beds,
      baths: mapping.baths,
      parking: mapping.parking,
      landAreaM2: mapping.landArea,
      floorAreaM2: mapping.floorArea,
      latitude: mapping.latitude,
      longitude: mapping.longitude,
      street: mapping.street,
    }[field] ?? null;
  return from !== null && typeof from === "object" ? from.column : null;
}
