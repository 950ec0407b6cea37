import { z } from "zod";
import { LISTING_STATUSES, OFFERS, PROPERTY_TYPES } from "@/lib/listings/listing";

const DESCRIPTION_CHARACTERS_MAX = 20_000;

/** Text as Postgres counts and stores it: trimmed, in code points, without NUL. */
function text(charactersMax: number, charactersMin = 0) {
  const size = charactersMin > 0 ? `${charactersMin} to ${charactersMax}` : `at most ${charactersMax}`;
  return z
    .string({ error: "must be text" })
    .trim()
    .refine((value) => {
      const characters = [...value].length;
      return characters >= charactersMin && characters <= charactersMax;
    }, `must have ${size} characters`)
    .refine((value) => !value.includes("\0"), "must not contain a NUL character");
}

function wholeNumber(max: number) {
  const error = `must be a whole number from 0 to ${max.toLocaleString("en")}`;
  return z.number({ error }).refine((value) => Number.isInteger(value) && value >= 0 && value <= max, error);
}

function numberBetween(min: number, max: number) {
  const error = `must be a number from ${min} to ${max}`;
  return z.number({ error }).min(min, error).max(max, error);
}

const areaError = "must be an area in square metres, above 0";
const area = z.number({ error: areaError }).positive(areaError).max(Number.MAX_SAFE_INTEGER, areaError);
const bathsError = "must be a number from 0 to 99 with at most two decimals, such as 2.5";
const baths = z
  .number({ error: bathsError })
  .refine((value) => value >= 0 && value <= 99 && Math.round(value * 100) / 100 === value, bathsError);

/** Whole units of the currency, per week for rent. Bounded by what JSON carries exactly. */
export const Amount = wholeNumber(Number.MAX_SAFE_INTEGER);

/** A day as YYYY-MM-DD. The oldest keeps a mistyped century out. */
export const Day = z.iso
  .date("must be a day as YYYY-MM-DD")
  .refine((day) => day >= "1800-01-01", "must be a day from 1800 on");

/** What each editable field of a listing may hold; the database's CHECK constraints say the same (tests/integration/schema-constraints.test.ts). */
export const LISTING_FIELDS = {
  propertyType: z.enum(PROPERTY_TYPES, { error: `must be one of ${PROPERTY_TYPES.join(", ")}` }),
  headline: text(200, 1),
  description: text(DESCRIPTION_CHARACTERS_MAX),
  features: z.array(text(100, 1)).max(100, "must be at most 100 features"),
  priceDisplay: text(100, 1),
  priceLow: Amount.nullable(),
  priceHigh: Amount.nullable(),
  beds: wholeNumber(99).nullable(),
  baths: baths.nullable(),
  parking: wholeNumber(999).nullable(),
  landAreaM2: area.nullable(),
  floorAreaM2: area.nullable(),
  street: text(200, 1).nullable(),
  hideStreet: z.boolean({ error: "must be true or false" }),
  latitude: numberBetween(-90, 90).nullable(),
  longitude: numberBetween(-180, 180).nullable(),
};

/** A whole listing as it may be stored: each field's limits, and what must hold between fields. */
export const ListingRow = z
  .object({
    ...LISTING_FIELDS,
    offer: z.enum(OFFERS, { error: "must be sale or rent" }),
    status: z.enum(LISTING_STATUSES, { error: `must be one of ${LISTING_STATUSES.join(", ")}` }),
    priceCurrency: z.string().regex(/^[A-Z]{3}$/, "must be a currency code such as AUD"),
    publishedAt: z.iso.datetime().nullable(),
    soldOn: Day.nullable(),
    soldPrice: Amount.nullable(),
    leasedOn: Day.nullable(),
  })
  .superRefine((row, context) => {
    for (const [field, message] of brokenRules(row)) {
      context.addIssue({ code: "custom", path: [field], message });
    }
  });
export type ListingRow = Readonly<z.infer<typeof ListingRow>>;

/** What must hold between a listing's fields and does not: each with the field to correct and the reason. */
export function brokenRules(row: ListingRow): (readonly [keyof ListingRow, string])[] {
  const isSold = row.status === "sold";
  const isLeased = row.status === "leased";
  const rules = [
    [isUpright(row), "priceLow", "must not be above priceHigh"],
    [isWhole(row.priceLow, row.priceHigh), "priceHigh", "must be given together with priceLow, or neither"],
    [isWhole(row.latitude, row.longitude), "longitude", "must be given together with latitude, or neither"],
    [row.status === "draft" || row.publishedAt !== null, "publishedAt", "must be given unless it is a draft"],
    [isSold === (row.soldOn !== null), "soldOn", "must be given when sold, and only then"],
    [isSold || row.soldPrice === null, "soldPrice", "must be given only when sold"],
    [!isSold || row.offer === "sale", "offer", "must be sale when sold"],
    [isLeased === (row.leasedOn !== null), "leasedOn", "must be given when leased, and only then"],
    [!isLeased || row.offer === "rent", "offer", "must be rent when leased"],
  ] as const;
  return rules.filter(([holds]) => !holds).map(([, field, message]) => [field, message]);
}

function isUpright({ priceLow, priceHigh }: ListingRow): boolean {
  return priceLow === null || priceHigh === null || priceLow <= priceHigh;
}

function isWhole(one: unknown, other: unknown): boolean {
  return (one === null) === (other === null);
}
