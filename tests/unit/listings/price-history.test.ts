import fc from "fast-check";
import { expect, test } from "vitest";
import type { ListingEvent, ListingEventKind } from "@/lib/listings/listing";
import { priceHistory } from "@/lib/listings/price-history";
import { listingWith } from "@/tests/unit/listings/any-listing";

const KINDS = ["listed", "price_changed", "under_offer", "sold", "leased", "withdrawn", "relisted"] as const;
const anyEvent: fc.Arbitrary<ListingEvent> = fc.record({
  kind: fc.constantFrom(...KINDS),
  occurredOn: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, "0")}`),
  price: fc.option(
    fc.record({
      display: fc.string(),
      low: fc.option(fc.nat(3_000_000)),
      high: fc.option(fc.nat(3_000_000)),
    }),
  ),
});

test("a price holds from the day on which it was said until another is, or the home leaves the market", () => {
  const { steps, changePercent, current, extent } = history([
    event("listed", "2026-01-05", 1_000_000),
    event("price_changed", "2026-02-01", 950_000),
    event("under_offer", "2026-02-10", null),
    event("withdrawn", "2026-03-01", null),
    event("relisted", "2026-04-01", 900_000),
    event("price_changed", "2026-05-01", 810_000),
  ]);
  expect(steps).toEqual([
    { from: "2026-01-05", until: "2026-02-01", range: one(1_000_000) },
    { from: "2026-02-01", until: "2026-03-01", range: one(950_000) },
    { from: "2026-03-01", until: "2026-04-01", range: null },
    { from: "2026-04-01", until: "2026-05-01", range: one(900_000) },
    { from: "2026-05-01", until: null, range: one(810_000) },
  ]);
  expect({ changePercent, current, extent }).toEqual({
    changePercent: -10,
    current: one(810_000),
    extent: { low: 810_000, high: 1_000_000 },
  });
});

test("a price that is no longer disclosed ends, and one that is said again is the same as before", () => {
  const { steps } = history([
    event("listed", "2026-01-01", 500_000),
    event("price_changed", "2026-01-02", null),
    event("price_changed", "2026-01-03", 500_000),
    event("price_changed", "2026-01-04", 500_000),
  ]);
  expect(steps.map(({ from, range }) => [from, range?.low ?? null])).toEqual([
    ["2026-01-01", 500_000],
    ["2026-01-02", null],
    ["2026-01-03", 500_000],
  ]);
});

test("a sale is a mark with its price, not a step that somebody was asked for", () => {
  const events = [event("listed", "2026-01-01", 500_000), event("sold", "2026-02-01", 530_000)];
  const { steps, marks, current, changePercent } = priceHistory(
    listingWith({ status: "sold", history: events }),
  );
  expect(steps.at(-1)).toEqual({ from: "2026-02-01", until: null, range: null });
  expect(marks.at(-1)).toMatchObject({ kind: "sold", range: one(530_000) });
  expect({ current, changePercent }).toEqual({ current: one(530_000), changePercent: 6 });
});

test("a listing of which no price was ever said has nothing to draw", () => {
  const price = { display: "Contact agent", low: null, high: null, currency: "AUD" };
  const none = priceHistory(listingWith({ price, history: [event("listed", "2026-01-01", null)] }));
  expect(none).toMatchObject({ steps: [], current: null, extent: null, changePercent: null });
});

test("whatever is on record, in whatever order: steps join without gaps, no two alike are neighbours, and all lie in the extent", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
      const { steps, marks, extent } = history(events);
      expect(marks).toHaveLength(events.length);
      for (const [at, { from, until, range }] of steps.entries()) {
        const next = steps[at + 1];
        expect(until).toBe(next?.from ?? null);
        if (next !== undefined) expect(next.from > from).toBe(true);
        if (next !== undefined) expect(next.range).not.toEqual(range);
        if (range !== null) expect(range.low).toBeLessThanOrEqual(range.high);
        if (range !== null) expect(extent?.low).toBeLessThanOrEqual(range.low);
      }
    }),
  );
});

function event(kind: ListingEventKind, occurredOn: string, amount: number | null): ListingEvent {
  const price = amount === null ? null : { display: `$${amount}`, low: amount, high: amount };
  return { kind, occurredOn, price };
}

function history(events: readonly ListingEvent[]) {
  const last = events.findLast(({ price }) => price !== null)?.price;
  const { price } = listingWith();
  return priceHistory(listingWith({ history: events, price: { ...price, ...last } }));
}

function one(amount: number) {
  return { low: amount, high: amount };
}
