import { expect, test } from "vitest";
import { LISTING_STATUSES, type ListingStatus } from "@/lib/listings/listing";
import {
  goingUnderOffer,
  leasing,
  publishing,
  relisting,
  selling,
  setting,
  withdrawing,
} from "@/lib/listings/listing-transition";
import type { StoredListing } from "@/lib/listings/stored-listing";

// 22:30 on the 22nd in Perth, half past one on the 23rd in Sydney.
const NOW = new Date("2026-11-22T14:30:00.000Z");

function listing(changes: Partial<StoredListing> = {}): StoredListing {
  const status = changes.status ?? "active";
  return {
    id: 12,
    version: 3,
    offer: "sale",
    status,
    channel: status === "active" || status === "under_offer" ? "buy" : status === "sold" ? "sold" : null,
    propertyType: "house",
    headline: "A house with a verandah",
    description: "Three bedrooms and a lemon tree.",
    features: [],
    priceDisplay: "$1,250,000",
    priceLow: 1_250_000,
    priceHigh: 1_250_000,
    priceCurrency: "AUD",
    beds: 3,
    baths: 1.5,
    parking: 1,
    landAreaM2: 450,
    floorAreaM2: null,
    street: "12 Wattle Street",
    hideStreet: false,
    latitude: -33.9,
    longitude: 151.2,
    publishedAt: "2026-11-01T00:00:00.000Z",
    soldOn: status === "sold" ? "2026-11-10" : null,
    soldPrice: null,
    leasedOn: status === "leased" ? "2026-11-10" : null,
    localityKey: "nsw/newtown",
    agencySlug: null,
    timeZone: "Australia/Sydney",
    agents: [],
    inspections: [],
    media: [],
    ...changes,
  };
}

const VERBS = {
  publish: (from: StoredListing) => publishing(from, NOW),
  "go under offer": (from: StoredListing) => goingUnderOffer(from, NOW),
  sell: (from: StoredListing) => selling(from, { soldOn: "2026-11-20" }, NOW),
  lease: (from: StoredListing) => leasing({ ...from, offer: "rent" }, { leasedOn: "2026-11-20" }, NOW),
  withdraw: (from: StoredListing) => withdrawing(from, NOW),
  relist: (from: StoredListing) => relisting(from, null, NOW),
};

const ALLOWED: Readonly<Record<keyof typeof VERBS, readonly ListingStatus[]>> = {
  publish: ["draft"],
  "go under offer": ["active"],
  sell: ["active", "under_offer"],
  lease: ["active", "under_offer"],
  withdraw: ["active", "under_offer"],
  relist: ["under_offer", "sold", "leased", "withdrawn"],
};

for (const [verb, decide] of Object.entries(VERBS)) {
  for (const status of LISTING_STATUSES) {
    const isAllowed = ALLOWED[verb as keyof typeof VERBS].includes(status);
    test(`a listing that is ${status} ${isAllowed ? "can" : "refuses to"} ${verb}`, () => {
      const attempt = () => decide(listing({ status }));
      if (isAllowed) expect(attempt().changes.status).not.toBe(status);
      else expect(attempt).toThrow(/^Listing 12 is .+(it (before|instead)|nothing was changed)/);
    });
  }
}

test("a refusal says the way out", () => {
  expect(() => VERBS.sell(listing({ status: "withdrawn" }))).toThrow(
    "Listing 12 is withdrawn; relist it before it can be sold.",
  );
  expect(() => VERBS.withdraw(listing({ status: "draft" }))).toThrow(
    "Listing 12 is a draft; publish it before it can be withdrawn.",
  );
  expect(() => VERBS.publish(listing({ status: "sold" }))).toThrow("Listing 12 is sold; relist it instead.");
  expect(() => VERBS.sell(listing({ offer: "rent" }))).toThrow(
    "Listing 12 is for rent; lease it instead of selling it.",
  );
  expect(() => leasing(listing(), { leasedOn: "2026-11-20" }, NOW)).toThrow(
    "Listing 12 is for sale; sell it instead of leasing it.",
  );
});

test("a sale becomes the price: what was paid in display and range, or withheld with the range that was asked", () => {
  expect(selling(listing(), { soldOn: "2026-11-20", soldPrice: 1_310_000 }, NOW).changes).toMatchObject({
    soldPrice: 1_310_000,
    priceDisplay: "Sold for $1,310,000",
    priceLow: 1_310_000,
    priceHigh: 1_310_000,
  });
  const withheld = selling(listing(), { soldOn: "2026-11-20" }, NOW).changes;
  expect(withheld).toMatchObject({ soldPrice: null, priceDisplay: "Sold, price withheld" });
  expect(withheld).not.toHaveProperty("priceLow");
});

test("whether a sale is in the future is asked of the property's own calendar", () => {
  const tomorrowInPerth = { soldOn: "2026-11-23" };
  expect(selling(listing(), tomorrowInPerth, NOW).event?.occurredOn).toBe("2026-11-23");
  expect(() => selling(listing({ timeZone: "Australia/Perth" }), tomorrowInPerth, NOW)).toThrow(
    /2026-11-23 is in the future where the property is \(2026-11-22 in Australia\/Perth\)/,
  );
});

test("relisting after a sale takes the sale away and asks what was asked before", () => {
  const asked = { display: "$1.2m – $1.3m", low: 1_200_000, high: 1_300_000 };
  const sold = listing({ status: "sold", soldPrice: 1_310_000 });
  expect(relisting(sold, asked, NOW).changes).toEqual({
    status: "active",
    soldOn: null,
    soldPrice: null,
    leasedOn: null,
    priceDisplay: "$1.2m – $1.3m",
    priceLow: 1_200_000,
    priceHigh: 1_300_000,
    publishedAt: NOW.toISOString(),
  });
  expect(relisting(sold, null, NOW).changes).toMatchObject({
    priceDisplay: "Contact agent",
    priceLow: null,
    priceHigh: null,
  });
});

test("an offer that fell through does not make a listing new", () => {
  expect(relisting(listing({ status: "under_offer" }), null, NOW).changes).not.toHaveProperty("publishedAt");
});

test("publishing names everything that is missing at once", () => {
  const bare = listing({ status: "draft", offer: "rent", description: "", beds: null, priceLow: null });
  expect(() => publishing(bare, NOW)).toThrow(
    "Listing 12 cannot be published yet; set description, beds, price first.",
  );
  expect(publishing(listing({ status: "draft", propertyType: "land", beds: null }), NOW).event?.kind).toBe(
    "listed",
  );
});

test("only a change of price that the public sees becomes history", () => {
  const price = { price: 1_190_000 };
  expect(setting(listing(), price, NOW).event).toEqual({ kind: "price_changed", occurredOn: "2026-11-23" });
  expect(setting(listing({ status: "draft" }), price, NOW).event).toBeNull();
  expect(setting(listing({ status: "withdrawn" }), price, NOW).event).toBeNull();
  expect(setting(listing(), { headline: "Another" }, NOW).event).toBeNull();
  expect(setting(listing(), { price: 1_250_000 }, NOW).event).toBeNull();
});

test("the price of a sale cannot be set", () => {
  expect(() => setting(listing({ status: "sold" }), { price: 1_000_000 }, NOW)).toThrow(
    "Listing 12 is sold, and its price is the sale's; relist it, then sell it at the right price.",
  );
  expect(setting(listing({ status: "sold" }), { headline: "Another" }, NOW).changes).toEqual({
    headline: "Another",
  });
});

test("a listing that moves leaves its pin behind, unless it brings one", () => {
  expect(setting(listing(), { locality: "nsw/enmore" }, NOW).changes).toEqual({
    localityKey: "nsw/enmore",
    latitude: null,
    longitude: null,
  });
  expect(setting(listing(), { locality: "nsw/newtown" }, NOW).changes).toEqual({});
  const pinned = { locality: "nsw/enmore", latitude: -33.9, longitude: 151.17 } as const;
  expect(setting(listing(), pinned, NOW).changes).toMatchObject({ latitude: -33.9, longitude: 151.17 });
});
