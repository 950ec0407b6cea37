import type { LocalityKey } from "@/lib/localities/locality";
import type { Database } from "@/lib/platform/prisma";
import { insertLocality } from "@/tests/support/listings";
import type { PlacedListing } from "@/tests/support/plain-map";
import type { PlainListing } from "@/tests/support/plain-search";

export type MapListing = PlacedListing & PlainListing;

const PLACES = {
  "nsw/here": { lng: 151.25, lat: -33.5 },
  "nsw/there": { lng: 151.1, lat: -33.9 },
  "vic/here": { lng: 144.96, lat: -37.81 },
};

/** Listings of few places and few values, so that many stand together and on the lines of grids. */
export async function insertMapWorld(
  database: Database,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<readonly MapListing[]> {
  const chance = random(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T;
  const localities = new Map<LocalityKey, number>();
  for (const [key, { lng, lat }] of Object.entries(PLACES)) {
    const [region = "", slug = ""] = key.split("/");
    const { id } = await insertLocality(database, {
      region,
      name: slug,
      slug,
      longitude: lng,
      latitude: lat,
    });
    localities.set(key as LocalityKey, id);
  }
  const listings = Array.from({ length: count }, (_, index): MapListing => {
    const locality = pick(Object.keys(PLACES) as (keyof typeof PLACES)[]);
    const localityPlace = PLACES[locality];
    const spread = pick([0, 2 ** -12, 2 ** -8, 0.01, 0.3, 8]);
    const near = (degrees: number) => {
      const place = degrees + (chance() - 0.5) * spread;
      return pick([
        place,
        Math.round(place * 8) / 8,
        Math.round(place * 4096) / 4096,
        Number(place.toFixed(5)),
      ]);
    };
    const low = pick([null, 0, 1, 2, 3, 4, 5, 6]);
    return {
      id: index + 1,
      channel: pick(["buy", "buy", "buy", "buy", "buy", "buy", "rent", "sold", null]),
      locality,
      type: pick(["house", "land", "unit"]),
      beds: pick([null, 0, 1, 2, 3, 6]),
      baths: pick([null, 1, 1.5, 2, 2.25]),
      parking: pick([null, 0, 1, 2]),
      low,
      high: low === null ? null : low + pick([0, 1]),
      currency: chance() < 0.02 ? "USD" : "AUD",
      landAreaM2: pick([null, 1, 2.4, 2.5, 3]),
      publishedAt: "2026-03-01T00:00:00.000Z",
      soldOn: null,
      place: chance() < 0.05 ? null : { lng: near(localityPlace.lng), lat: near(localityPlace.lat) },
      isHidden: chance() < 0.1,
      localityPlace,
    };
  });
  await insertAll(database, listings, localities);
  return listings;
}

async function insertAll(
  database: Database,
  listings: readonly MapListing[],
  localities: ReadonlyMap<LocalityKey, number>,
): Promise<void> {
  await database.listing.createMany({
    data: listings.map(({ id, channel, locality, type, beds, baths, parking, low, high, ...listing }) => ({
      id,
      offer: channel === "rent" ? ("rent" as const) : ("sale" as const),
      status:
        channel === "sold"
          ? ("sold" as const)
          : channel === null
            ? ("withdrawn" as const)
            : ("active" as const),
      soldOn: channel === "sold" ? new Date("2026-04-01") : null,
      propertyType: type,
      headline: "A listing",
      priceDisplay: "On request",
      priceLow: low,
      priceHigh: high,
      priceCurrency: listing.currency,
      bedrooms: beds,
      bathrooms: baths,
      parking,
      landAreaM2: listing.landAreaM2,
      localityId: localities.get(locality) ?? 0,
      latitude: listing.place?.lat ?? null,
      longitude: listing.place?.lng ?? null,
      hideStreet: listing.isHidden,
      publishedAt: new Date(listing.publishedAt),
    })),
  });
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
