import type { Listing, ListingEvent, ListingEventKind } from "@/lib/listings/listing";

/** From a day on a listing was asked for this; null while no price was said, or while it was off the market. */
export type PriceStep = {
  /** YYYY-MM-DD in the property's region. */
  readonly from: string;
  /** The day on which it ends, which is the next step's; null for the last. */
  readonly until: string | null;
  readonly range: PriceRange | null;
};

/** Whole units of the currency, `low <= high`; one price is `low === high`. */
export type PriceRange = { readonly low: number; readonly high: number };

/** What happened to be marked on the chart. */
export type PriceMark = {
  readonly on: string;
  readonly kind: ListingEventKind;
  readonly display: string | null;
  readonly range: PriceRange | null;
};

export type PriceHistory = {
  readonly steps: readonly PriceStep[];
  readonly marks: readonly PriceMark[];
  /** What is asked now, or what it was sold for; null where nothing is said or it is off the market. */
  readonly current: PriceRange | null;
  /** Of all steps and sales: the ends of an axis. Null where no price was ever said: there is nothing to draw. */
  readonly extent: PriceRange | null;
  /** From the first price said for the present listing to the current one, in per cent to one decimal, by their middles; null without two. */
  readonly changePercent: number | null;
};

const ENDS: ReadonlySet<ListingEventKind> = new Set(["sold", "leased", "withdrawn"]);
const BEGINS: ReadonlySet<ListingEventKind> = new Set(["listed", "relisted"]);

/**
 * A listing's events as a chart of steps, for any order in which they are on record. A price holds until another is said or the listing
 * leaves the market. An event of another kind that says none changes nothing; a listing that comes back without a price has none. A sale
 * is a mark and no step: nobody was asked for it.
 */
export function priceHistory(listing: Pick<Listing, "history" | "price" | "status">): PriceHistory {
  const events = listing.history.toSorted((a, b) =>
    a.occurredOn < b.occurredOn ? -1 : Number(a.occurredOn > b.occurredOn),
  );
  const steps = stepsOf(events);
  const marks = events.map(({ occurredOn, kind, price }) => ({
    ...{ on: occurredOn, kind, display: price?.display ?? null, range: rangeOf(price) },
  }));
  const current = currentOf(listing, marks);
  const ranges = [...steps, ...marks].map(({ range }) => range).filter((range) => range !== null);
  return { steps, marks, current, extent: extentOf(ranges), changePercent: changeOf(events, current) };
}

function stepsOf(events: readonly ListingEvent[]): readonly PriceStep[] {
  const steps: { from: string; range: PriceRange | null }[] = [];
  for (const { kind, occurredOn: from, price } of events) {
    const before = steps.at(-1);
    const said = rangeOf(price);
    const range = ENDS.has(kind) ? null : (said ?? (saysPrice(kind) ? null : (before?.range ?? null)));
    // Of what happened on one day the last is what held.
    if (before?.from === from) steps.pop();
    if (!isSame(steps.at(-1)?.range ?? null, range)) steps.push({ from, range });
  }
  return steps.map((step, at) => ({ ...step, until: steps[at + 1]?.from ?? null }));
}

/** Whether silence about the price is a statement: it is no longer disclosed. */
function saysPrice(kind: ListingEventKind): boolean {
  return BEGINS.has(kind) || kind === "price_changed";
}

function currentOf(
  { price, status }: Pick<Listing, "price" | "status">,
  marks: readonly PriceMark[],
): PriceRange | null {
  if (status === "sold") return marks.findLast(({ kind }) => kind === "sold")?.range ?? null;
  return status === "active" || status === "under_offer" ? rangeOf(price) : null;
}

function changeOf(events: readonly ListingEvent[], current: PriceRange | null): number | null {
  const began = events.findLastIndex(({ kind }) => BEGINS.has(kind));
  const first = events
    .slice(Math.max(0, began))
    .map(({ price }) => rangeOf(price))
    .find((range) => range !== null);
  if (current === null || first === undefined || middle(first) === 0) return null;
  return Math.round((middle(current) / middle(first) - 1) * 1_000) / 10;
}

/** A price said by one end alone is that end. */
function rangeOf(
  price: { readonly low: number | null; readonly high: number | null } | null,
): PriceRange | null {
  const low = price?.low ?? price?.high ?? null;
  const high = price?.high ?? low;
  return low === null || high === null ? null : { low: Math.min(low, high), high: Math.max(low, high) };
}

function extentOf(ranges: readonly PriceRange[]): PriceRange | null {
  if (ranges.length === 0) return null;
  return {
    low: Math.min(...ranges.map(({ low }) => low)),
    high: Math.max(...ranges.map(({ high }) => high)),
  };
}

function isSame(one: PriceRange | null, other: PriceRange | null): boolean {
  return one?.low === other?.low && one?.high === other?.high;
}

function middle({ low, high }: PriceRange): number {
  return (low + high) / 2;
}
