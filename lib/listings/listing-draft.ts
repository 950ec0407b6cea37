import { z } from "zod";
import { AppError } from "@/lib/errors";
import { ListingChanges } from "@/lib/listings/listing-input";

const DRAFT_BYTES_MAX = 65_536;
/** Listings that somebody has begun and not yet made. */
export const NEW_DRAFTS_MAX = 20;
export const DRAFT_KEPT_DAYS = 30;

const FIELDS: ReadonlySet<string> = new Set([...Object.keys(ListingChanges.shape), "offer"]);

/** What somebody has typed for a listing's fields, right or wrong: it is checked when it is saved. Bounded in size, and to fields that exist. */
const DraftChanges = z
  .record(z.string(), z.json())
  .refine((changes) => Object.keys(changes).every((field) => FIELDS.has(field)), {
    error: "must hold fields of a listing only",
  })
  .refine((changes) => new TextEncoder().encode(JSON.stringify(changes)).byteLength <= DRAFT_BYTES_MAX, {
    error: `must be at most ${DRAFT_BYTES_MAX / 1024} KB`,
  })
  .refine((changes) => !JSON.stringify(changes).includes("\\u0000"), {
    error: "must not contain a NUL character",
  });

/** A draft of changes to a listing, begun on one of its versions. */
export const DraftOfListing = z.strictObject({
  baseVersion: z.int("must be the version of the listing that you saw").min(1, "must be 1 or more"),
  changes: DraftChanges,
});
export type DraftOfListing = Readonly<z.infer<typeof DraftOfListing>>;

/** A draft of a listing that is not made yet. */
export const DraftOfNew = z.strictObject({ changes: DraftChanges });
export type DraftOfNew = Readonly<z.infer<typeof DraftOfNew>>;

/** A draft as it was kept. `baseVersion` is null for a listing that is not made yet; `updatedAt` is ISO. */
export type KeptDraft = {
  readonly id: number;
  readonly listingId: number | null;
  readonly baseVersion: number | null;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly updatedAt: string;
};

/** The draft that an address names. AppError not_found for what is no number of one. */
export function draftNamed(name: string): number {
  const id = /^[1-9]\d{0,9}$/.test(name) ? Number(name) : Number.POSITIVE_INFINITY;
  if (id <= 2_147_483_647) return id;
  throw noDraft(name.slice(0, 40));
}

export function noDraft(id: number | string): AppError {
  return new AppError("not_found", `You have no draft ${id}.`);
}
