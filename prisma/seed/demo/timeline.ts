import type { ListingEventKind, ListingStatus, Offer } from "@/lib/listings/listing";
import { amountText, soldText } from "@/lib/listings/price-text";
import { type AskingPrice, roundPrice, roundSale } from "@/prisma/seed/demo/asking-price";
import { type DayNumber, dayText, instantAt } from "@/prisma/seed/demo/calendar";
import type { Market } from "@/prisma/seed/demo/market";
import type { Random } from "@/prisma/seed/demo/random";

export type DemoEvent = {
  readonly kind: ListingEventKind;
  readonly occurredOn: string;
  readonly priceDisplay: string;
  readonly priceLow: number | null;
  readonly priceHigh: number | null;
};

/** How a listing came to be what it is today. */
export type Timeline = {
  readonly status: ListingStatus;
  readonly publishedAt: string | null;
  readonly soldOn: string | null;
  readonly soldPrice: number | null;
  readonly leasedOn: string | null;
  readonly price: { readonly display: string; readonly low: number; readonly high: number };
  /** Oldest first. */
  readonly events: readonly DemoEvent[];
};

/** Of a thousand listings, how many are what. */
const SHARES = {
  "sale active": 485,
  "sale under_offer": 65,
  "sale sold": 150,
  "sale withdrawn": 18,
  "sale draft": 12,
  "rent active": 232,
  "rent under_offer": 18,
  "rent leased": 15,
  "rent withdrawn": 3,
  "rent draft": 2,
} as const;

/** On show for so long, what happens in between can have a day of its own. */
const QUIET_DAYS = 5;
const CONTRACT_DAYS_MAX = 16;
const AUCTION_DAYS_MAX = 38;
const OFFICE_OPENS_MINUTES = 8 * 60;
const OFFICE_CLOSES_MINUTES = 18 * 60;

export function drawStanding(random: Random): { offer: Offer; status: ListingStatus } {
  const [offer, status] = random.weighted(SHARES).split(" ") as [Offer, ListingStatus]; // The keys above are such pairs.
  return { offer, status };
}

type Standing = {
  readonly status: ListingStatus;
  readonly offer: Offer;
  readonly asked: AskingPrice;
  readonly isAuction: boolean;
};

/** Publishing, changes of price and an end, on days that follow each other and are over before `today`. */
export function drawTimeline(
  { status, offer, asked, isAuction }: Standing,
  market: Market,
  { random, today }: { random: Random; today: DayNumber },
): Timeline {
  const never = { soldOn: null, soldPrice: null, leasedOn: null };
  if (status === "draft") return { status, publishedAt: null, ...never, price: asked, events: [] };
  const endedOn = status === "active" ? today : today - endedDaysAgo(status, random);
  const days = isAuction
    ? auctionDays(status, random)
    : shownDays(offer, random) + (status === "active" ? 1 : QUIET_DAYS);
  const published = endedOn - days;
  const publishedAt = instantAt(
    market.place.timeZone,
    published,
    random.whole(OFFICE_OPENS_MINUTES, OFFICE_CLOSES_MINUTES),
  );
  const { currency } = market.place;
  const hasTime = days >= QUIET_DAYS && !isAuction;
  const first = hasTime && random.chance(0.19) ? dearer(asked, offer, currency, random) : null;
  const events = [event("listed", published, first ?? asked)];
  const changedOn = first ? dayBetween(published, endedOn, random) : null;
  if (changedOn !== null) events.push(event("price_changed", changedOn, asked));
  if (status === "active") return { status, publishedAt, ...never, price: asked, events };
  if (status === "sold") {
    const sale = drawSale(asked, currency, random);
    // A contract takes days, after the last change of price; an auction ends in one.
    const offeredOn = Math.max(published + QUIET_DAYS - 1, endedOn - random.whole(2, CONTRACT_DAYS_MAX));
    const lastChange = changedOn ?? published;
    if (!isAuction && offeredOn > lastChange && offeredOn < endedOn && random.chance(0.7))
      events.push(event("under_offer", offeredOn, asked));
    events.push({
      ...event("sold", endedOn, sale.price),
      priceLow: sale.soldPrice,
      priceHigh: sale.soldPrice,
    });
    const soldOn = dayText(endedOn);
    return { status, publishedAt, ...never, soldOn, soldPrice: sale.soldPrice, price: sale.price, events };
  }
  events.push(event(status, endedOn, asked));
  const leasedOn = status === "leased" ? dayText(endedOn) : null;
  return { status, publishedAt, ...never, leasedOn, price: asked, events };
}

function endedDaysAgo(status: ListingStatus, random: Random): number {
  if (status === "under_offer") return random.whole(1, 21);
  // Sales are kept on show for a year; more of them are recent.
  return 1 + Math.floor(random.share() ** 1.4 * 364);
}

function shownDays(offer: Offer, random: Random): number {
  const typical = offer === "rent" ? 12 : 26;
  return Math.min(180, Math.floor(-Math.log(1 - random.share()) * typical));
}

/** A campaign runs three to five weeks; what is on show now is in the middle of one, and what went before its day went late. */
function auctionDays(status: ListingStatus, random: Random): number {
  return status === "active" ? random.whole(1, 18) : random.whole(19, AUCTION_DAYS_MAX);
}

function dayBetween(published: DayNumber, endedOn: DayNumber, random: Random): DayNumber {
  return random.whole(published + 2, endedOn - 2);
}

/** What was asked before the price came down. */
function dearer(asked: AskingPrice, offer: Offer, currency: string, random: Random): AskingPrice {
  if (offer === "rent") {
    const rent = asked.low + random.whole(1, 4) * 10;
    return { display: `${amountText(rent, currency)} per week`, low: rent, high: rent };
  }
  const low = Math.max(asked.low + 5_000, roundPrice(asked.low * random.between(1.03, 1.08)));
  return { display: amountText(low, currency), low, high: Math.max(low, asked.high) };
}

function drawSale(asked: AskingPrice, currency: string, random: Random) {
  const isWithheld = random.chance(0.11);
  const paid = roundSale(asked.low * random.between(0.96, 1.12));
  const soldPrice = isWithheld ? null : paid;
  const range = isWithheld ? asked : { low: paid, high: paid };
  return { soldPrice, price: { display: soldText(soldPrice, currency), low: range.low, high: range.high } };
}

function event(kind: ListingEventKind, day: DayNumber, price: AskingPrice): DemoEvent {
  const { display: priceDisplay, low: priceLow, high: priceHigh } = price;
  return { kind, occurredOn: dayText(day), priceDisplay, priceLow, priceHigh };
}
