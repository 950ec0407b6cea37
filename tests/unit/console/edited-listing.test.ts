import { expect, test } from "vitest";
import { problemsIn, savedIn, typedIn } from "@/app/console/listings/_edit/edited-listing";
import { BLANK_LISTING } from "@/app/console/listings/_new/blank-listing";

function setUp() {
  const listing = {
    ...BLANK_LISTING,
    ...{ id: 7, version: 3 },
    fields: {
      ...BLANK_LISTING.fields,
      headline: "Sunny",
      priceDisplay: "$1",
      priceLow: 1,
      priceHigh: 1,
      beds: 2,
    },
  };
  return { listing, version: 3, changes: {}, generation: 0 };
}

test("what is typed back to what is saved is no change", () => {
  const typed = typedIn(setUp(), "beds", 3);
  expect(typed.changes).toEqual({ beds: 3 });
  expect(typedIn(typed, "beds", 2).changes).toEqual({});
});

test("what is typed while a save is on its way stays typed", () => {
  const sent = { beds: 3, headline: "Sunnier" };
  const typed = typedIn({ ...setUp(), changes: sent }, "headline", "Sunniest");
  const { listing } = typed;
  const saved = { ...listing, version: 4, fields: { ...listing.fields, ...sent } };
  expect(savedIn(typed, { listing: saved, version: 4, sent })).toEqual({
    ...{ listing: saved, version: 4, changes: { headline: "Sunniest" }, generation: 0 },
  });
});

test("the controls take their values anew where the server gave a field another than was sent", () => {
  const typed = { ...setUp(), changes: { beds: 3 } };
  const saved = {
    ...typed.listing,
    fields: { ...typed.listing.fields, beds: 3, headline: "From elsewhere" },
  };
  expect(savedIn(typed, { listing: saved, version: 4, sent: { beds: 3 } }).generation).toBe(1);
});

test("what is wrong between two fields is said before it is sent, as the server says it", () => {
  const typed = typedIn(setUp(), "priceLow", 5);
  expect([...problemsIn(typed)]).toEqual([["priceLow", "must not be above priceHigh"]]);
  expect(problemsIn(typedIn(setUp(), "beds", "many")).get("beds")).toMatch(/whole number/);
  expect(problemsIn(setUp()).size).toBe(0);
});

test("what is typed during a save is made on what that save left, not on what others have saved since", () => {
  const typed = { ...setUp(), changes: { beds: 3, headline: "Sunniest" } };
  const { listing } = typed;
  const others = { ...listing, version: 5, fields: { ...listing.fields, beds: 3, headline: "By others" } };
  expect(savedIn(typed, { listing: others, version: 4, sent: { beds: 3 } }).version).toBe(4);
  const nothingLeft = { ...typed, changes: { beds: 3 } };
  expect(savedIn(nothingLeft, { listing: others, version: 4, sent: { beds: 3 } }).version).toBe(5);
});
