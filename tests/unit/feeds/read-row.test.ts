import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseMapping } from "@/lib/feeds/read-mapping";
import { readRow } from "@/lib/feeds/read-row";
import { ListingRow } from "@/lib/listings/listing-limits";

const KING_COUNTY = new URL("../../../lib/feeds/mappings/king-county.yaml", import.meta.url);
const HOUSE = {
  ...{ id: "7237550310", date: "20140512T000000", price: "1.225e+006", bedrooms: "4", bathrooms: "4.5" },
  ...{ sqft_living: "5420", sqft_lot: "101930", floors: "1.5", waterfront: "0", view: "0", condition: "3" },
  ...{ grade: "11", sqft_above: "3890", sqft_basement: "1530", yr_built: "2001", yr_renovated: "0" },
  ...{ zipcode: "98053", lat: "47.6561", long: "-122.005" },
};

function setUp(mappingText = readFileSync(KING_COUNTY, "utf8")) {
  const mapping = parseMapping("test.yaml", mappingText);
  const read = (changes: Partial<typeof HOUSE> = {}) =>
    readRow(mapping, ListingRow, { ...HOUSE, ...changes });
  const listing = (changes: Partial<typeof HOUSE> = {}) => {
    const result = read(changes);
    if ("issues" in result) throw new Error(JSON.stringify(result.issues));
    return result.listing;
  };
  const issues = (changes: Partial<typeof HOUSE>) => {
    const result = read(changes);
    return "issues" in result ? result.issues : [];
  };
  return { listing, issues };
}

test("a sale becomes a sold listing: exponents are read, feet become metres, the day of the sale its publication", () => {
  expect(setUp().listing()).toEqual({
    ...{ externalId: "7237550310", localityName: "98053", localityPostcode: "98053" },
    ...{ offer: "sale", status: "sold", propertyType: "house", priceCurrency: "USD" },
    ...{
      priceLow: 1_225_000,
      priceHigh: 1_225_000,
      soldPrice: 1_225_000,
      priceDisplay: "Sold for US$1,225,000",
    },
    ...{ soldOn: "2014-05-12", publishedAt: "2014-05-12T00:00:00.000Z", leasedOn: null },
    ...{ beds: 4, baths: 4.5, parking: null, floorAreaM2: 503.5, landAreaM2: 9469.6 },
    ...{ latitude: 47.6561, longitude: -122.005, street: null, hideStreet: false },
    headline: "4-bedroom house of 503.5 m² built in 2001",
    description:
      "A house of 503.5 m² on 9,469.6 m² of land, built in 2001. On 1.5 floors. In average condition when it was assessed. The county graded its construction 11 of 13.",
    features: ["Basement", "Built 2001"],
  });
});

test("no bedrooms and no bathrooms stay 0, and 33 bedrooms stay 33", () => {
  expect(setUp().listing({ bedrooms: "0", bathrooms: "0" })).toMatchObject({
    ...{ beds: 0, baths: 0, headline: "House of 503.5 m² built in 2001" },
  });
  expect(setUp().listing({ bedrooms: "33" }).beds).toBe(33);
});

test("texts follow what the columns hold", () => {
  const { features, headline } = setUp().listing({
    waterfront: "1",
    yr_renovated: "1991",
    view: "4",
    sqft_basement: "0",
  });
  expect(headline).toBe("Waterfront house of 503.5 m² built in 2001");
  expect(features).toEqual(["Waterfront", "View", "Renovated 1991", "Built 2001"]);
});

const AMOUNT = "must be a whole number from 0 to 9,007,199,254,740,991";
const NUMBER = "must be a number such as 1250000, 2.5 or 1.225e+006";
const DAY = "must be a day that exists, written as the mapping says";

test.each([
  ["price", "-1", AMOUNT],
  ["price", "221900.5", AMOUNT],
  ["price", "1e17", AMOUNT],
  ["price", "NaN", NUMBER],
  ["price", "Infinity", NUMBER],
  ["price", "1e999", NUMBER],
  ["price", "0x10", NUMBER],
  ["price", "221,900", NUMBER],
  ["date", "20140230T000000", DAY],
  ["date", "2014-05-12", DAY],
  ["date", "10140512T000000", "must be a day from 1800 on"],
  ["date", "", "must be given when sold, and only then"],
  ["bedrooms", "1.5", "must be a whole number from 0 to 99"],
  ["bedrooms", "100", "must be a whole number from 0 to 99"],
  ["bathrooms", "2.255", "must be a number from 0 to 99 with at most two decimals, such as 2.5"],
  ["sqft_lot", "0", "must be an area in square metres, above 0"],
  ["sqft_living", "-100", "must be an area in square metres, above 0"],
  ["lat", "91", "must be a number from -90 to 90"],
  ["long", "", "must be given together with latitude, or neither"],
  ["id", "", "must be given"],
  ["id", "x".repeat(201), "must have at most 200 characters"],
  [
    "zipcode",
    "no such postcode",
    "must be a postcode: at most 12 capital letters, digits, spaces and hyphens",
  ],
])("%s %s is refused once, with column, value and reason", (column, value, reason) => {
  const issues = setUp().issues({ [column]: value });
  expect(issues).toEqual([{ column, value: value.length > 200 ? `${value.slice(0, 199)}…` : value, reason }]);
});

test("every wrong column of a row is named", () => {
  expect(
    setUp()
      .issues({ price: "x", lat: "y", date: "z" })
      .map(({ column }) => column),
  ).toEqual(["price", "date", "lat"]);
});

test("a text that the mapping makes too long is refused without blaming a column", () => {
  const [issue] = setUp().issues({ yr_built: "9".repeat(300) });
  expect(issue).toEqual({ column: null, value: null, reason: "headline must have 1 to 200 characters" });
});

test("separated thousands are numbers where the mapping says so, and only in groups of three", () => {
  const { listing, issues } = setUp(
    readFileSync(KING_COUNTY, "utf8").replace("{ column: price }", '{ column: price, thousands: "," }'),
  );
  expect(listing({ price: "1,225,000" }).priceLow).toBe(1_225_000);
  expect(listing({ price: "1225000" }).priceLow).toBe(1_225_000);
  expect(issues({ price: "1,22,000" })).toHaveLength(1);
});
