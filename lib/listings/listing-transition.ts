import { AppError } from "@/lib/errors";
import { given } from "@/lib/given";
import type { ListingEventKind, ListingStatus, Offer, Price } from "@/lib/listings/listing";
import type { Lease, ListingChanges, Sale } from "@/lib/listings/listing-input";
import type { ListingRow } from "@/lib/listings/listing-limits";
import { priceText, soldText } from "@/lib/listings/price-text";
import { dayIn } from "@/lib/listings/region-day";
import type { StoredListing } from "@/lib/listings/stored-listing";
import type { LocalityKey } from "@/lib/localities/locality";

type Verb = "publish" | "goUnderOffer" | "sell" | "lease" | "withdraw" | "relist";
type Rule = { readonly done: string; readonly from: readonly ListingStatus[]; readonly to: ListingStatus };

const ON_SHOW: readonly ListingStatus[] = ["active", "under_offer"];

const RULES: Readonly<Record<Verb, Rule>> = {
  publish: { done: "published", from: ["draft"], to: "active" },
  goUnderOffer: { done: "put under offer", from: ["active"], to: "under_offer" },
  sell: { done: "sold", from: ON_SHOW, to: "sold" },
  lease: { done: "leased", from: ON_SHOW, to: "leased" },
  withdraw: { done: "withdrawn", from: ON_SHOW, to: "withdrawn" },
  relist: { done: "relisted", from: ["under_offer", "sold", "leased", "withdrawn"], to: "active" },
};

const STATUS_TEXT: Readonly<Record<ListingStatus, string>> = {
  draft: "a draft",
  active: "active",
  under_offer: "under offer",
  sold: "sold",
  leased: "leased",
  withdrawn: "withdrawn",
};

export type AskingPrice = Omit<Price, "currency">;

export type RowChanges = Partial<ListingRow> & {
  readonly localityKey?: LocalityKey;
  readonly agencySlug?: string | null | undefined;
};

/** What a command does to a listing: the fields that it sets, and the event that its history gains. */
export type Decision = {
  readonly changes: RowChanges;
  readonly event: { readonly kind: ListingEventKind; readonly occurredOn: string } | null;
};

/** A draft goes on show. Conflict unless it is a draft that says what buyers and tenants need to know. */
export function publishing(listing: StoredListing, now: Date): Decision {
  requireStatus(listing, "publish");
  const missing = missingForPublishing(listing);
  if (missing.length > 0) {
    const issues = missing.map((field) => ({ field, reason: "must be given before publishing" }));
    const message = `Listing ${listing.id} cannot be published yet; set ${missing.join(", ")} first.`;
    throw new AppError("conflict", message, { issues });
  }
  return moveTo(listing, "publish", now, { publishedAt: now.toISOString() }, "listed");
}

/** An offer was accepted; the listing stays on show. */
export function goingUnderOffer(listing: StoredListing, now: Date): Decision {
  requireStatus(listing, "goUnderOffer");
  return moveTo(listing, "goUnderOffer", now, {}, "under_offer");
}

/** The price becomes the sale's: its display says what was paid or that it is withheld, its range is what was paid where that is known. */
export function selling(listing: StoredListing, { soldOn, soldPrice = null }: Sale, now: Date): Decision {
  requireOffer(listing, "sale");
  requireStatus(listing, "sell");
  requirePast(listing, soldOn, now);
  const range = soldPrice === null ? {} : { priceLow: soldPrice, priceHigh: soldPrice };
  const priceDisplay = soldText(soldPrice, listing.priceCurrency);
  const changes = { status: "sold", soldOn, soldPrice, priceDisplay, ...range } as const;
  return { changes, event: { kind: "sold", occurredOn: soldOn } };
}

export function leasing(listing: StoredListing, { leasedOn }: Lease, now: Date): Decision {
  requireOffer(listing, "rent");
  requireStatus(listing, "lease");
  requirePast(listing, leasedOn, now);
  return { changes: { status: "leased", leasedOn }, event: { kind: "leased", occurredOn: leasedOn } };
}

export function withdrawing(listing: StoredListing, now: Date): Decision {
  requireStatus(listing, "withdraw");
  return moveTo(listing, "withdraw", now, {}, "withdrawn");
}

/**
 * Back on show. After a sale the price is what was asked before it (`asked`), or unknown; but for an offer that fell through the
 * listing counts as newly published.
 */
export function relisting(listing: StoredListing, asked: AskingPrice | null, now: Date): Decision {
  requireStatus(listing, "relist");
  const unknown: AskingPrice = { display: "Contact agent", low: null, high: null };
  const { display, low, high } = asked ?? unknown;
  const price = listing.status === "sold" ? { priceDisplay: display, priceLow: low, priceHigh: high } : {};
  const published = listing.status === "under_offer" ? {} : { publishedAt: now.toISOString() };
  const cleared = { soldOn: null, soldPrice: null, leasedOn: null };
  return moveTo(listing, "relist", now, { ...price, ...published, ...cleared }, "relisted");
}

/** Fields are set; a change of price that the public sees becomes part of the history. Conflict for the price of a sale. */
export function setting(listing: StoredListing, changes: ListingChanges, now: Date): Decision {
  const { price, locality, agency, ...fields } = changes;
  const row: RowChanges = given({
    ...(locality !== undefined && locality !== listing.localityKey ? movedTo(locality) : {}),
    ...(agency === undefined ? {} : { agencySlug: agency }),
    ...fields,
    ...(price === undefined ? {} : askingPrice(price, listing)),
  });
  const isPriceNew = (["priceDisplay", "priceLow", "priceHigh"] as const).some(
    (field) => row[field] !== undefined && row[field] !== listing[field],
  );
  if (isPriceNew && listing.status === "sold") {
    const message = `Listing ${listing.id} is sold, and its price is the sale's; relist it, then sell it at the right price.`;
    throw new AppError("conflict", message);
  }
  const isSeen = isPriceNew && listing.channel !== null;
  const occurredOn = dayIn(listing.timeZone, now);
  return { changes: row, event: isSeen ? { kind: "price_changed", occurredOn } : null };
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

function missingForPublishing(listing: StoredListing): string[] {
  const hasRooms = listing.propertyType !== "land" && listing.propertyType !== "rural";
  return [
    listing.description === "" ? "description" : null,
    hasRooms && listing.beds === null ? "beds" : null,
    listing.offer === "rent" && listing.priceLow === null ? "price" : null,
  ].filter((field) => field !== null);
}

function moveTo(
  listing: StoredListing,
  verb: Verb,
  now: Date,
  changes: RowChanges,
  kind: ListingEventKind,
): Decision {
  const status = RULES[verb].to;
  return { changes: { ...changes, status }, event: { kind, occurredOn: dayIn(listing.timeZone, now) } };
}

function requireStatus({ id, status }: StoredListing, verb: Verb): void {
  const { done, from, to } = RULES[verb];
  if (from.includes(status)) return;
  throw new AppError("conflict", `Listing ${id} is ${refusal({ status, done, to, verb })}`);
}

function refusal({
  status,
  done,
  to,
  verb,
}: {
  status: ListingStatus;
  done: string;
  to: ListingStatus;
  verb: Verb;
}) {
  if (status === to) return `already ${STATUS_TEXT[status]}; nothing was changed.`;
  const remedy = status === "draft" ? "publish" : "relist";
  const isEitherWay = verb === "publish" || verb === "relist";
  return `${STATUS_TEXT[status]}; ${remedy} it ${isEitherWay ? "instead" : `before it can be ${done}`}.`;
}

function requireOffer({ id, offer }: StoredListing, wanted: Offer): void {
  if (offer === wanted) return;
  const remedy =
    offer === "rent" ? "for rent; lease it instead of selling it" : "for sale; sell it instead of leasing it";
  throw new AppError("conflict", `Listing ${id} is ${remedy}.`);
}

function requirePast({ timeZone }: StoredListing, day: string, now: Date): void {
  const today = dayIn(timeZone, now);
  if (day <= today) return;
  const message = `${day} is in the future where the property is (${today} in ${timeZone}); give the day on which it happened.`;
  throw new AppError("bad_request", message);
}
