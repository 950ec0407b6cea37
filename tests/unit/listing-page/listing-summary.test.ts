import fc from "fast-check";
import { expect, test } from "vitest";
import { listingSummary, listingTitle } from "@/app/(portal)/_listing/listing-summary";
import { listingWith } from "@/tests/unit/listings/any-listing";

test("a title says where, and a summary the price, what it is and what is said of it", () => {
  expect(listingTitle(listingWith())).toBe("12 King Street, Newtown NSW 2042");
  expect(listingSummary(listingWith())).toBe(
    "$1,000,000 to $1,100,000. House, 3 bedrooms, 1.5 bathrooms, 300 m² of land. A house with a garden",
  );
});

test("a hidden street is in neither", () => {
  const hidden = listingWith({ street: null });
  expect(listingTitle(hidden)).toBe("House in Newtown, Newtown NSW 2042");
  expect(listingSummary(hidden)).not.toContain("King");
});

test("a sold home's summary says when", () => {
  const price = { display: "Sold for $1,180,000", low: 1_180_000, high: 1_180_000, currency: "AUD" };
  const sold = listingWith({ status: "sold", channel: "sold", soldOn: "2026-05-12", price });
  expect(listingSummary(sold)).toMatch(/^Sold for \$1,180,000 on 12 May 2026\. House,/);
});

test("whatever is in its texts, both are one line of bounded length that turns no other text around", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.nat(3), (text, place) => {
      const street = `${text}\u202e${"x\n".repeat(place * 100)}`;
      for (const line of [
        listingTitle(listingWith({ street })),
        listingSummary(listingWith({ headline: street })),
      ]) {
        expect(Array.from(line).length).toBeLessThanOrEqual(160);
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }
    }),
  );
});
