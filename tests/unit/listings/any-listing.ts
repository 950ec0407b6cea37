import type { Listing } from "@/lib/listings/listing";

/** A house for sale in Newtown as its page shows it, unless told otherwise. */
export function listingWith(overrides: Partial<Listing> = {}): Listing {
  return {
    ...{ id: 42, slug: "12-king-street-newtown-nsw", channel: "buy", status: "active", offer: "sale" },
    ...{ propertyType: "house", headline: "A house with a garden", beds: 3, baths: 1.5, parking: 1 },
    price: { display: "$1,000,000 to $1,100,000", low: 1_000_000, high: 1_100_000, currency: "AUD" },
    ...{ landAreaM2: 300, floorAreaM2: 120, street: "12 King Street" },
    locality: {
      ...{ slug: "newtown", name: "Newtown", postcode: "2042" },
      region: { slug: "nsw", code: "NSW", name: "New South Wales" },
    },
    agency: { slug: "harbour", name: "Harbour Homes" },
    ...{ publishedAt: "2026-11-01T03:00:00.000Z", soldOn: null, source: null, image: null },
    ...{ description: "Quiet.", features: ["Deck"], coordinates: { latitude: -33.9, longitude: 151.18 } },
    agents: [],
    inspections: [
      { kind: "open_home", startsAt: "2026-11-28T00:00:00.000Z", endsAt: "2026-11-28T00:30:00.000Z" },
    ],
    ...{ images: [], history: [], timeZone: "Australia/Sydney", credit: "", version: 7 },
    ...overrides,
  };
}
