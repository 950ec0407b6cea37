import { z } from "zod";
import { AppError, type FieldIssue } from "@/lib/errors";
import { OFFERS } from "@/lib/listings/listing";
import { Amount, Day, LISTING_FIELDS } from "@/lib/listings/listing-limits";
import { LISTING_PARTS } from "@/lib/listings/listing-parts";
import type { LocalityKey } from "@/lib/localities/locality";

const LOCALITY_KEY = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;
const localityError = "must be a region and a locality such as nsw/newtown";
const agencyError = "must be the slug of an agency";

const EDITABLE = {
  ...LISTING_FIELDS,
  /** One amount for display and range at once; the display is written from it. */
  price: Amount,
  locality: z.custom<LocalityKey>(
    (value) => typeof value === "string" && LOCALITY_KEY.test(value),
    localityError,
  ),
  agency: z
    .string(agencyError)
    .regex(/^[a-z0-9-]+$/, agencyError)
    .nullable(),
  ...LISTING_PARTS,
};

/** What of a listing may be changed, under the names that people use; a field that is not given stays. */
export const ListingChanges = z.strictObject(EDITABLE).partial();
export type ListingChanges = Readonly<z.input<typeof ListingChanges>>;

/** A new listing. Needed: offer, property type, headline, locality, and a price (one amount, or a display with its range). */
export const ListingInput = z
  .strictObject({
    ...z.strictObject(EDITABLE).partial().shape,
    offer: z.enum(OFFERS, { error: "must be sale or rent" }),
    propertyType: EDITABLE.propertyType,
    headline: EDITABLE.headline,
    locality: EDITABLE.locality,
  })
  .refine((input) => input.price !== undefined || input.priceDisplay !== undefined, {
    path: ["price"],
    message: "must be given, or priceDisplay in its place",
  });
export type ListingInput = Readonly<z.input<typeof ListingInput>>;

/** A sale; without a price it is withheld. The day is the property's own. */
export const Sale = z.strictObject({ soldOn: Day, soldPrice: Amount.nullish() });
export type Sale = Readonly<z.input<typeof Sale>>;

export const Lease = z.strictObject({ leasedOn: Day });
export type Lease = Readonly<z.input<typeof Lease>>;

/** The value, checked; AppError bad_request that opens with `refusal` and names each field with its reason. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown, refusal: string): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refuse(refusal, fieldIssues(parsed.error));
}

export function refuse(refusal: string, issues: readonly FieldIssue[]): AppError {
  const reasons = issues.map(({ field, reason }) => `${field} ${reason}`).join("; ");
  return new AppError("bad_request", `${refusal}: ${reasons}.`, { issues });
}

/** One issue for each field: the first, since the ones after it often follow from it. */
function fieldIssues(error: z.ZodError): FieldIssue[] {
  const issues = new Map<string, string>();
  for (const issue of error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
    for (const field of unknown) issues.set(field, "is not a field of a listing that can be set");
    const field = issue.path.join(".");
    if (field && !issues.has(field)) issues.set(field, issue.message);
  }
  return [...issues].map(([field, reason]) => ({ field, reason }));
}
