import "server-only";
import type { Person } from "@/lib/accounts/person";
import type { FieldIssue } from "@/lib/errors";
import { findDraft } from "@/lib/listings/draft-queries";
import type { Listing } from "@/lib/listings/listing";
import { ListingChanges } from "@/lib/listings/listing-input";
import { brokenRules } from "@/lib/listings/listing-limits";
import { noListing } from "@/lib/listings/listing-rights";
import { toCard } from "@/lib/listings/listing-row";
import { anyListingStatement, type ListingRow } from "@/lib/listings/listing-statement";
import { rowOf } from "@/lib/listings/listing-transition";
import { namedInPreview } from "@/lib/listings/preview-names";
import { findStoredListing, type StoredListing } from "@/lib/listings/stored-listing";
import { picturesOf } from "@/lib/media/media";
import type { Transaction } from "@/lib/platform/prisma";
import { runtime } from "@/lib/platform/runtime";

/** A listing as its page will show it; `issues` names what of the draft is left out, or wrong beside the rest, with the reason. */
export type Preview = { readonly listing: Listing; readonly issues: readonly FieldIssue[] };

/**
 * The listing with the person's draft applied, in the shape of the public page, as it will look once saved and on show. Past every cache, and
 * kept in none. AppError not_found, forbidden.
 */
export async function previewListing(id: number, person: Person): Promise<Preview> {
  const draft = await findDraft(id, person);
  return runtime().readSnapshot(async (transaction) => {
    const stored = await findStoredListing(transaction, id);
    const [row] = await transaction.$queryRaw<ListingRow[]>(anyListingStatement(id));
    if (stored === null || row === undefined) throw noListing(id);
    return applied(transaction, { stored, row, draft: draft?.changes ?? {} });
  });
}

type Parts = {
  readonly stored: StoredListing;
  readonly row: ListingRow;
  readonly draft: Readonly<Record<string, unknown>>;
};

async function applied(transaction: Transaction, { stored, row, draft }: Parts): Promise<Preview> {
  const { changes, issues } = readable(draft);
  const after = { ...stored, ...rowOf(stored, changes) };
  const named = await namedInPreview(transaction, { card: row.card, before: stored, after });
  const broken = brokenRules(after).map(([field, reason]) => ({ field, reason }));
  const isShown = stored.channel !== null;
  const { priceDisplay: display, priceLow: low, priceHigh: high, priceCurrency: currency } = after;
  const card = {
    ...row.card,
    status: isShown ? stored.status : "active",
    channel: stored.channel ?? (stored.offer === "sale" ? "buy" : "rent"),
    price: { display, low, high, currency },
    street: after.hideStreet ? null : after.street,
    locality: named.locality,
    agency: named.agency,
    ...{ propertyType: after.propertyType, headline: after.headline },
    ...{ beds: after.beds, baths: after.baths, parking: after.parking },
    ...{ landAreaM2: after.landAreaM2, floorAreaM2: after.floorAreaM2 },
  } as const;
  const { latitude, longitude } = after;
  const isPlaced = latitude !== null && longitude !== null && !after.hideStreet;
  const listing: Listing = {
    ...toCard(card),
    ...row.rest,
    ...{ description: after.description, features: after.features },
    coordinates: isPlaced ? { latitude, longitude } : null,
    ...{ agents: named.agents, inspections: named.inspections, timeZone: named.timeZone },
    images: picturesOf(card),
  };
  return { listing, issues: [...issues, ...named.issues, ...broken] };
}

/** What of a draft could be saved, field by field, and why the rest could not. */
function readable(draft: Parts["draft"]): { changes: ListingChanges; issues: FieldIssue[] } {
  const parsed = ListingChanges.safeParse(draft);
  if (parsed.success) return { changes: parsed.data, issues: [] };
  const issues = parsed.error.issues.flatMap((issue) => {
    const fields = issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0])];
    return fields.map((field) => ({ field, reason: issue.message }));
  });
  const wrong = new Set(issues.map(({ field }) => field));
  const right = Object.entries(draft).filter(([field]) => !wrong.has(field));
  return { changes: ListingChanges.parse(Object.fromEntries(right)), issues };
}
