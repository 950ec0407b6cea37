import { AppError } from "@/lib/errors";
import { given } from "@/lib/given";
import type { ListingEventKind, Offer, Price } from "@/lib/listings/listing";
import type { Lease, ListingChanges, Sale } from "@/lib/listings/listing-input";
import type { ListingRow } from "@/lib/listings/listing-limits";
import type { ListingParts } from "@/lib/listings/listing-parts";
import { requireVerb, statusAfter, type Verb } from "@/lib/listings/listing-workflow";
import { priceText, soldText } from "@/lib/listings/price-text";
import { dayIn } from "@/lib/listings/region-day";
import type { StoredListing } from "@/lib/listings/stored-listing";
import type { LocalityKey } from "@/lib/localities/locality";

export type AskingPrice = Omit<Price, "currency">;

export type RowChanges = Partial<ListingRow> &
  Partial<ListingParts> & {
    readonly localityKey?: LocalityKey;
    readonly agencySlug?: string | null;
  };

/** What a command does to a listing: the fields that it sets, and the event that its history gains. */
export type Decision = {
  readonly changes: RowChanges;
  readonly event: { readonly kind: ListingEventKind; readonly occurredOn: string } | null;
};

/** A draft goes on show. Conflict unless it is a draft that says what buyers and tenants need to know. */
export function publishing(listing: StoredListing, now: Date): Decision {
  requireVerb(listing, "publish");
  return moveTo(listing, "publish", now, { publishedAt: now.toISOString() }, "listed");
}

/** An offer was accepted; the listing stays on show. */
export function goingUnderOffer(listing: StoredListing, now: Date): Decision {
  requireVerb(listing, "goUnderOffer");
  return moveTo(listing, "goUnderOffer", now, {}, "under_offer");
}

/** The price becomes the sale's: its display says what was paid or that it is withheld, its range is what was paid where that is known. */
export function selling(listing: StoredListing, { soldOn, soldPrice = null }: Sale, now: Date): Decision {
  requireVerb(listing, "sell");
  requirePast(listing, soldOn, now);
  const range = soldPrice === null ? {} : { priceLow: soldPrice, priceHigh: soldPrice };
  const priceDisplay = soldText(soldPrice, listing.priceCurrency);
  const changes = { status: "sold", soldOn, soldPrice, priceDisplay, ...range } as const;
  return { changes, event: { kind: "sold", occurredOn: soldOn } };
}

export function leasing(listing: StoredListing, { leasedOn }: Lease, now: Date): Decision {
  requireVerb(listing, "lease");
  requirePast(listing, leasedOn, now);
  return { changes: { status: "leased", leasedOn }, event: { kind: "leased", occurredOn: leasedOn } };
}

export function withdrawing(listing: StoredListing, now: Date): Decision {
  requireVerb(listing, "withdraw");
  return moveTo(listing, "withdraw", now, {}, "withdrawn");
}

/**
 * Back on show. After a sale the price is what was asked before it (`asked`), or unknown; but for an offer that fell through the
 * listing counts as newly published.
 */
export function relisting(listing: StoredListing, asked: AskingPrice | null, now: Date): Decision {
  requireVerb(listing, "relist");
  const unknown: AskingPrice = { display: "Contact agent", low: null, high: null };
  const { display, low, high } = asked ?? unknown;
  const price = listing.status === "sold" ? { priceDisplay: display, priceLow: low, priceHigh: high } : {};
  const published = listing.status === "under_offer" ? {} : { publishedAt: now.toISOString() };
  const cleared = { soldOn: null, soldPrice: null, leasedOn: null };
  return moveTo(listing, "relist", now, { ...price, ...published, ...cleared }, "relisted");
}

/** Fields are set; a change of price that the public sees becomes part of the history. Conflict for the price of a sale. */
export function setting(listing: StoredListing, changes: ListingChanges, now: Date): Decision {
  const row = rowOf(listing, changes);
  const isPriceNew = (["priceDisplay", "priceLow", "priceHigh"] as const).some(
    (field) => row[field] !== undefined && row[field] !== listing[field],
  );
  if (isPriceNew) requireAskingPrice(listing);
  const isSeen = isPriceNew && listing.channel !== null;
  const occurredOn = dayIn(listing.timeZone, now);
  return { changes: row, event: isSeen ? { kind: "price_changed", occurredOn } : null };
}

/** AppError conflict for a price that is the sale's. */
export function requireAskingPrice({ id, status }: Pick<StoredListing, "id" | "status">): void {
  if (status !== "sold") return;
  const message = `Listing ${id} is sold, and its price is the sale's; relist it, then sell it at the right price.`;
  throw new AppError("conflict", message);
}

/** The fields that changes set, under the names of a stored listing: with what follows from a new price, place or agency. */
export function rowOf(listing: StoredListing, changes: ListingChanges): RowChanges {
  const { price, locality, agency, ...fields } = changes;
  return given({
    ...(locality !== undefined && locality !== listing.localityKey ? movedTo(locality) : {}),
    ...(agency !== undefined && agency !== listing.agencySlug ? { agencySlug: agency, agents: [] } : {}),
    ...fields,
    ...(price === undefined ? {} : askingPrice(price, listing)),
  });
}

/** One amount as display and range. */
function askingPrice(amount: number, listing: { priceCurrency: string; offer: Offer }): RowChanges {
  const priceDisplay = priceText(amount, { currency: listing.priceCurrency, offer: listing.offer });
  return { priceDisplay, priceLow: amount, priceHigh: amount };
}

/** A pin in the old place would be wrong in the new one. */
function movedTo(localityKey: LocalityKey): RowChanges {
  return { localityKey, latitude: null, longitude: null };
}

function moveTo(
  listing: StoredListing,
  verb: Verb,
  now: Date,
  changes: RowChanges,
  kind: ListingEventKind,
): Decision {
  const status = statusAfter(verb);
  return { changes: { ...changes, status }, event: { kind, occurredOn: dayIn(listing.timeZone, now) } };
}

function requirePast({ timeZone }: StoredListing, day: string, now: Date): void {
  const today = dayIn(timeZone, now);
  if (day <= today) return;
  const message = `${day} is in the future where the property is (${today} in ${timeZone}); give the day on which it happened.`;
  throw new AppError("bad_request", message);
}
