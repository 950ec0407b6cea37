import fc from "fast-check";
import { expect, test } from "vitest";
import { drawPriceHistory } from "@/app/(portal)/_listing/draw-price-history";
import type { ListingEvent } from "@/lib/listings/listing";
import { priceHistory } from "@/lib/listings/price-history";
import { listingWith } from "@/tests/unit/listings/any-listing";

const KINDS = ["listed", "price_changed", "under_offer", "sold", "withdrawn", "relisted"] as const;
const anyEvent: fc.Arbitrary<ListingEvent> = fc.record({
  kind: fc.constantFrom(...KINDS),
  occurredOn: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, "0")}`),
  price: fc.option(
    fc.record({
      display: fc.string(),
      low: fc.option(fc.nat(Number.MAX_SAFE_INTEGER)),
      high: fc.option(fc.nat(Number.MAX_SAFE_INTEGER)),
    }),
  ),
});

function drawn(history: readonly ListingEvent[]) {
  return drawPriceHistory(priceHistory(listingWith({ history, status: "active" })));
}

function event(kind: ListingEvent["kind"], occurredOn: string, low: number | null, high = low): ListingEvent {
  return { kind, occurredOn, price: low === null ? null : { display: String(low), low, high } };
}

test("whatever is on record, all that is drawn lies in the field, between ticks at round amounts", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
      const chart = drawn(events);
      if (chart === null) return;
      const { bands, dots, line, ticks } = chart;
      const path = [...line.matchAll(/[\d.]+/g)].map(([number]) => Number(number));
      const places = [
        ...bands.flatMap(({ x, y, width, height }) => [x, y, x + width, y + height]),
        ...dots.flatMap(({ x, y }) => [x, y]),
        ...path,
      ];
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(100.01);
      }
      expect(line).toMatch(/^(?:M[\d.]+ [\d.]+H[\d.]+(?:V[\d.]+H[\d.]+)*)*$/);
      expect(ticks[0]?.y).toBe(100);
      expect(ticks.at(-1)?.y).toBe(0);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(9);
    }),
  );
});

test("a price that falls is a step down on its day, and what is asked now holds to the edge", () => {
  const chart = drawn([
    event("listed", "2026-01-01", 1_000_000),
    event("price_changed", "2026-01-31", 900_000),
  ]);
  expect(chart?.line).toMatch(/^M0 [\d.]+H94\.\d+V[\d.]+H100$/);
  const [before, after] = chart?.dots ?? [];
  expect(after?.y).toBeGreaterThan(before?.y ?? 100);
  expect(chart?.ticks.map(({ amount }) => amount)).toEqual([850_000, 900_000, 950_000, 1_000_000, 1_050_000]);
  expect([chart?.from, chart?.to]).toEqual(["2026-01-01", "2026-01-31"]);
});

test("a range is a band, a time off the market a gap, and a sale is told from what was asked", () => {
  const chart = drawn([
    event("listed", "2024-01-01", 500_000, 550_000),
    event("withdrawn", "2024-03-01", null),
    event("relisted", "2025-01-01", 500_000),
    event("sold", "2025-02-01", 520_000),
  ]);
  expect(chart?.bands).toHaveLength(1);
  expect(chart?.line.match(/M/g)).toHaveLength(2);
  expect(chart?.dots.map(({ isSale }) => isSale)).toEqual([false, false, true]);
});

test("one price, or none, or prices of one day, are no history to draw", () => {
  expect(drawn([])).toBeNull();
  expect(drawn([event("listed", "2026-01-01", 1)])).toBeNull();
  expect(drawn([event("listed", "2026-01-01", 1), event("under_offer", "2026-02-01", null)])).toBeNull();
  expect(drawn([event("listed", "2026-01-01", 1), event("price_changed", "2026-01-01", 2)])).toBeNull();
});
