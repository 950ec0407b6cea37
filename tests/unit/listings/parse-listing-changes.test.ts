import { expect, test } from "vitest";
import { isAppError } from "@/lib/errors";
import { CHANGEABLE_FIELDS, parseListingChanges } from "@/lib/listings/parse-listing-changes";

function issuesOf(entries: Record<string, string>) {
  try {
    parseListingChanges(entries);
  } catch (thrown) {
    if (isAppError(thrown)) return thrown.issues;
    throw thrown;
  }
  throw new Error("nothing was refused");
}

test("a bare amount is a price whose display is for us to write", () => {
  expect(parseListingChanges({ price: "1250000" })).toEqual({ price: 1_250_000 });
  expect(parseListingChanges({ price: "1,250,000" })).toEqual({ price: 1_250_000 });
});

test("a written price keeps its words, and its range is read from them", () => {
  const read = (price: string) => parseListingChanges({ price });
  expect(read("$1.2m – $1.3m")).toEqual({
    priceDisplay: "$1.2m – $1.3m",
    priceLow: 1_200_000,
    priceHigh: 1_300_000,
  });
  expect(read("$1,150,000 to $1,250,000")).toMatchObject({ priceLow: 1_150_000, priceHigh: 1_250_000 });
  // 2.05 times a million is not a whole number in binary.
  expect(read("$2.05m")).toMatchObject({ priceLow: 2_050_000 });
  expect(read("$1.15m")).toMatchObject({ priceLow: 1_150_000, priceHigh: 1_150_000 });
  expect(read("$650 per week")).toMatchObject({
    priceDisplay: "$650 per week",
    priceLow: 650,
    priceHigh: 650,
  });
  expect(read("US$450k")).toMatchObject({ priceLow: 450_000 });
});

test("words with numbers in them are not taken for a price", () => {
  for (const price of ["Auction 12 December 2026", "Contact agent", "$1.2345678", "", "12 bids, $1m", "-5"]) {
    expect(issuesOf({ price }), price).toEqual([
      { field: "price", reason: expect.stringContaining("for any other text give priceDisplay") },
    ]);
  }
});

test("text becomes the type that its field has; an empty one takes the value away", () => {
  expect(
    parseListingChanges({
      beds: "3",
      baths: "2.5",
      parking: "",
      landAreaM2: "1,012.5",
      features: "Lemon tree, north-facing ,",
      hideStreet: "yes",
      street: "",
      locality: "nsw/newtown",
      agency: "",
      headline: "  A house  ",
    }),
  ).toEqual({
    beds: 3,
    baths: 2.5,
    parking: null,
    landAreaM2: 1012.5,
    features: ["Lemon tree", "north-facing"],
    hideStreet: true,
    street: null,
    locality: "nsw/newtown",
    agency: null,
    headline: "A house",
  });
});

test("every wrong field is named at once with its reason", () => {
  const wrong = { beds: "three", baths: "1e1", headline: "", hideStreet: "maybe", locality: "newtown" };
  const reasons = Object.fromEntries(issuesOf(wrong).map(({ field, reason }) => [field, reason]));
  expect(reasons).toEqual({
    beds: "must be a whole number from 0 to 99",
    baths: "must be a number from 0 to 99 with at most two decimals, such as 2.5",
    headline: "must have 1 to 200 characters",
    hideStreet: "must be true or false",
    locality: "must be a region and a locality such as nsw/newtown",
  });
});

test("an unknown field lists those that are known, and nothing that every object has is a field", () => {
  for (const field of ["bedrooms", "status", "__proto__", "constructor", "toString"]) {
    const entries = Object.fromEntries([[field, "1"]]);
    const [issue] = issuesOf(entries);
    expect(issue?.field).toBe(field);
    for (const known of CHANGEABLE_FIELDS) expect(issue?.reason).toContain(known);
  }
});

test("price excludes the three fields that it sets", () => {
  expect(issuesOf({ price: "1250000", priceLow: "1" })).toEqual([
    { field: "price", reason: expect.stringContaining("give one or the others") },
  ]);
});
