import { AppError, type FieldIssue } from "@/lib/errors";
import type { ListingStatus, Offer } from "@/lib/listings/listing";
import type { ListingRow } from "@/lib/listings/listing-limits";

export const VERBS = ["publish", "goUnderOffer", "sell", "lease", "withdraw", "relist"] as const;
export type Verb = (typeof VERBS)[number];
type Rule = {
  readonly done: string;
  readonly from: readonly ListingStatus[];
  readonly to: ListingStatus;
  /** What the listing has to be offered for. */
  readonly offer?: Offer;
};

const ON_SHOW: readonly ListingStatus[] = ["active", "under_offer"];

const RULES: Readonly<Record<Verb, Rule>> = {
  publish: { done: "published", from: ["draft"], to: "active" },
  goUnderOffer: { done: "put under offer", from: ["active"], to: "under_offer" },
  sell: { done: "sold", from: ON_SHOW, to: "sold", offer: "sale" },
  lease: { done: "leased", from: ON_SHOW, to: "leased", offer: "rent" },
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

type Subject = Pick<ListingRow, "status" | "offer" | "description" | "propertyType" | "beds" | "priceLow"> & {
  readonly id: number;
};

type Refusal = { readonly message: string; readonly issues: readonly FieldIssue[] };

/** What one may do with a listing in its workflow; `reason` says why not, and the way out. */
export type AllowedVerb = {
  readonly verb: Verb;
  readonly isAllowed: boolean;
  readonly reason: string | null;
};

export function statusAfter(verb: Verb): ListingStatus {
  return RULES[verb].to;
}

export function allowedVerbs(listing: Subject): AllowedVerb[] {
  return VERBS.map((verb) => {
    const refusal = refusalOf(listing, verb);
    return { verb, isAllowed: refusal === null, reason: refusal?.message ?? null };
  });
}

/** AppError conflict when the workflow does not allow the verb now. */
export function requireVerb(listing: Subject, verb: Verb): void {
  const refusal = refusalOf(listing, verb);
  if (refusal !== null) throw new AppError("conflict", refusal.message, { issues: refusal.issues });
}

/** The fields without which a listing does not tell buyers and tenants what they need to know. */
export function missingForPublishing(listing: Subject): string[] {
  const hasRooms = listing.propertyType !== "land" && listing.propertyType !== "rural";
  return [
    listing.description === "" ? "description" : null,
    hasRooms && listing.beds === null ? "beds" : null,
    listing.offer === "rent" && listing.priceLow === null ? "price" : null,
  ].filter((field) => field !== null);
}

function refusalOf(listing: Subject, verb: Verb): Refusal | null {
  const { id, offer, status } = listing;
  const rule = RULES[verb];
  if (rule.offer !== undefined && rule.offer !== offer)
    return plain(`Listing ${id} is ${otherOffer(offer)}.`);
  if (!rule.from.includes(status)) return plain(`Listing ${id} is ${wrongStatus(status, verb)}`);
  const missing = verb === "publish" ? missingForPublishing(listing) : [];
  if (missing.length === 0) return null;
  const issues = missing.map((field) => ({ field, reason: "must be given before publishing" }));
  return { message: `Listing ${id} cannot be published yet; set ${missing.join(", ")} first.`, issues };
}

function plain(message: string): Refusal {
  return { message, issues: [] };
}

function wrongStatus(status: ListingStatus, verb: Verb): string {
  const { done, to } = RULES[verb];
  if (status === to) return `already ${STATUS_TEXT[status]}; nothing was changed.`;
  const remedy = status === "draft" ? "publish" : "relist";
  const isEitherWay = verb === "publish" || verb === "relist";
  return `${STATUS_TEXT[status]}; ${remedy} it ${isEitherWay ? "instead" : `before it can be ${done}`}.`;
}

function otherOffer(offer: Offer): string {
  return offer === "rent"
    ? "for rent; lease it instead of selling it"
    : "for sale; sell it instead of leasing it";
}
