import { expect, test } from "vitest";
import { type AdvertisedPrice, priceWarnings } from "@/lib/listings/price-rules";

const HOME: AdvertisedPrice = {
  region: "vic",
  offer: "sale",
  propertyType: "house",
  priceDisplay: "$1,000,000",
  priceLow: 1_000_000,
  priceHigh: 1_000_000,
  priceCurrency: "AUD",
  hasAuction: false,
};

function rulesAgainst(price: Partial<AdvertisedPrice>): string[] {
  return priceWarnings({ ...HOME, ...price }).map(({ rule }) => rule);
}

/** A price's text alone. */
function shown(region: string, priceDisplay: string): string[] {
  return rulesAgainst({ region, priceDisplay, priceLow: null, priceHigh: null });
}

test.for([
  "From $1,000,000",
  "FROM $1m",
  "offers from $950k",
  "Offers above $950,000",
  "offers over 950,000",
  "Offers  Over $950,000",
  "Over $1.2m",
  "$1,000,000+",
  "$1,000,000 +",
  "$1.2m+",
  "$1.2m＋",
  "> $900,000",
  "≥ $900,000",
  "$900,000 plus",
  "In excess of $2 million",
  "Expressions above $900,000",
])("in Victoria and New South Wales %s leaves the price open", (text) => {
  expect(shown("vic", text)).toEqual(["open-ended-price"]);
  expect(shown("nsw", text)).toEqual(["open-ended-price"]);
});

test.for([
  "$1,000,000",
  "$1,000,000 – $1,100,000",
  "$1,000,000 — $1,100,000",
  "$1.0m‐$1.1m",
  "Price guide $1,000,000",
  "Contact agent",
  "Auction 12 December 2026",
  "Auction this Saturday from 10am",
  "Moved from Newtown",
  "Fromage House, $1,000,000",
  "Dover Street, $1,000,000",
  "Overlooking the park, $1,000,000",
  "Surplus land, $1,000,000",
  "Expressions of interest",
])("in Victoria and New South Wales nothing is said against %s", (text) => {
  expect(shown("vic", text)).toEqual([]);
  expect(shown("nsw", text)).toEqual([]);
});

test("a range may reach a tenth above its lower end and not a dollar more, with whatever dash it is written", () => {
  for (const region of ["vic", "nsw"])
    for (const dash of ["-", "–", "—", " to ", "‐", "−"]) {
      expect(shown(region, `$500,000${dash}$550,000`)).toEqual([]);
      expect(shown(region, `$500,000${dash}$550,001`)).toEqual(["price-range"]);
    }
});

test("the range that is searched counts as much as the text that is shown", () => {
  expect(rulesAgainst({ priceDisplay: "Contact agent", priceLow: 500_000, priceHigh: 600_000 })).toEqual([
    "price-range",
  ]);
  expect(rulesAgainst({ priceDisplay: "From $500,000", priceLow: 500_000, priceHigh: 600_000 })).toEqual([
    "price-range",
    "open-ended-price",
  ]);
});

test("in Queensland a home that goes to auction has no price in its text, by whatever it is known to be an auction", () => {
  const region = "qld";
  expect(rulesAgainst({ region, hasAuction: true })).toEqual(["auction-price-guide"]);
  expect(shown(region, "AUCTION, guide $900,000")).toEqual(["auction-price-guide"]);
  expect(shown(region, "Auction, around 900k")).toEqual(["auction-price-guide"]);
  expect(shown(region, "Auction 12 December 2026, 11 am")).toEqual([]);
  expect(shown(region, "Auctioneer's own home, $900,000")).toEqual([]);
  expect(shown(region, "Offers over $900,000")).toEqual([]);
  // Searches may go by a range that is not shown.
  expect(rulesAgainst({ region, hasAuction: true, priceDisplay: "Auction" })).toEqual([]);
});

test("rent, rural property and places without a rule of ours are left alone", () => {
  const open = { priceDisplay: "From $500 – $900", priceLow: 500, priceHigh: 900 };
  expect(rulesAgainst({ ...open, offer: "rent" })).toEqual([]);
  expect(rulesAgainst({ ...open, propertyType: "rural" })).toEqual([]);
  for (const region of ["wa", "tas", "us-wa", "constructor"])
    expect(rulesAgainst({ ...open, region })).toEqual([]);
});

test("a warning says what to do instead, and who says so with an address", () => {
  const [warning] = priceWarnings({
    ...HOME,
    priceDisplay: "$500,000 – $600,000",
    priceLow: 500_000,
    priceHigh: 600_000,
  });
  expect(warning?.message).toBe(
    "The range from $500,000 to $600,000 is wider than 10 % of its lower end; advertise one price, or at most $500,000 to $550,000.",
  );
  for (const region of ["vic", "nsw", "qld"])
    for (const { source } of priceWarnings({ ...HOME, region, hasAuction: true, priceDisplay: "From $1–$9" }))
      expect(source).toEqual({
        name: expect.stringMatching(/Act \d{4}/),
        url: expect.stringMatching(/^https:\/\/\S+\.au\//),
      });
});
