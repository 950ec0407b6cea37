import { expect, test } from "vitest";
import { listingPath, listingSlug } from "@/lib/listings/listing-path";

const LOCALITY = {
  ...{ slug: "ashby", name: "Ashby", postcode: null },
  region: { slug: "nsw", code: "NSW", name: "New South Wales" },
};

test.for([
  ["12 O’Connor Street", "12-oconnor-street-ashby-nsw"],
  [null, "house-ashby-nsw"],
  ["בית", "ashby-nsw"],
] as const)("a home at %j is called %s in its address", ([street, slug]) => {
  expect(listingSlug({ street, propertyType: "house", locality: LOCALITY })).toBe(slug);
});

test("however long a street is, the address of its home is one that every browser takes", () => {
  const slug = listingSlug({
    street: `1 ${"W".repeat(10_000)} St`,
    propertyType: "house",
    locality: LOCALITY,
  });
  expect(slug).toMatch(/^1-w+-ashby-nsw$/);
  expect(listingPath({ id: 2_147_483_647, slug }).length).toBeLessThan(150);
});
