import type { FieldIssue } from "@/lib/errors";
import { ListingChanges, parseInput, refuse } from "@/lib/listings/listing-input";
import { isBareAmount, rangeInText } from "@/lib/listings/price-text";

type Read = (text: string) => unknown;

const READERS: Readonly<Record<string, Read>> = {
  priceDisplay: asText,
  priceLow: orNull(asNumber),
  priceHigh: orNull(asNumber),
  beds: orNull(asNumber),
  baths: orNull(asNumber),
  parking: orNull(asNumber),
  landAreaM2: orNull(asNumber),
  floorAreaM2: orNull(asNumber),
  headline: asText,
  description: asText,
  features: (text) =>
    text
      .split(",")
      .map((feature) => feature.trim())
      .filter(Boolean),
  street: orNull(asText),
  hideStreet: asBoolean,
  propertyType: asText,
  locality: asText,
  agency: orNull(asText),
  latitude: orNull(asNumber),
  longitude: orNull(asNumber),
};

/** The fields that parseListingChanges knows, for help texts. */
export const CHANGEABLE_FIELDS: readonly string[] = ["price", ...Object.keys(READERS)];

const REFUSAL = "The listing cannot be changed like this";

/**
 * Changes from pairs of text, as a command line gives them: `{ price: "1250000", beds: "3" }`. An empty text takes a value away
 * where a listing can be without it. `price` is an amount ("1250000") or what is to be shown ("$1.2m – $1.3m"), from which the
 * range is read. AppError bad_request names every wrong field with its reason; an unknown one with those that are known.
 */
export function parseListingChanges(entries: Readonly<Record<string, string>>): ListingChanges {
  const issues: FieldIssue[] = [];
  const values: Record<string, unknown> = {};
  for (const [field, text] of Object.entries(entries)) {
    if (field === "price") Object.assign(values, readPrice(text, issues));
    else if (Object.hasOwn(READERS, field)) values[field] = READERS[field]?.(text.trim());
    else issues.push({ field, reason: `is not a field; the fields are ${CHANGEABLE_FIELDS.join(", ")}` });
  }
  if ("price" in entries && ["priceDisplay", "priceLow", "priceHigh"].some((field) => field in entries)) {
    issues.push({
      field: "price",
      reason: "already sets priceDisplay, priceLow and priceHigh; give one or the others",
    });
  }
  if (issues.length > 0) throw refuse(REFUSAL, issues);
  return parseInput(ListingChanges, values, REFUSAL);
}

function readPrice(given: string, issues: FieldIssue[]): ListingChanges {
  const text = given.trim();
  const range = rangeInText(text);
  if (range === null) {
    const reason =
      "must name one amount or two (1250000, $1.2m – $1.3m); for any other text give priceDisplay";
    issues.push({ field: "price", reason });
    return {};
  }
  if (isBareAmount(text)) return { price: range.low };
  return { priceDisplay: text, priceLow: range.low, priceHigh: range.high };
}

function orNull(read: Read): Read {
  return (text) => (text === "" ? null : read(text));
}

function asText(text: string): string {
  return text;
}

/** A number written plainly (no exponent, no hexadecimal, commas between thousands), else the text for the schema to refuse. */
function asNumber(text: string): number | string {
  const isPlain = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text);
  return isPlain ? Number(text.replaceAll(",", "")) : text;
}

function asBoolean(text: string): boolean | string {
  if (/^(true|yes)$/i.test(text)) return true;
  return /^(false|no)$/i.test(text) ? false : text;
}
