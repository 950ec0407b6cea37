import type { Point } from "@/lib/listings/search";
import type { LocalityKey } from "@/lib/localities/locality";
import type { Database } from "@/lib/platform/prisma";
import { insertLocality } from "@/tests/support/listings";
import type { PlainListing, PlainPlace, PlainWorld } from "@/tests/support/plain-listing";

export type MapWorld = Omit<PlainWorld, "listings"> & { readonly listings: readonly MapListing[] };

type MapListing = PlainListing & {
  /** Its own place, if it has one: it is shown there unless its street is hidden. */
  readonly ownPoint: Point | null;
  readonly isHidden: boolean;
};

const PLACES = {
  "nsw/here": { lng: 151.25, lat: -33.5 },
  "nsw/there": { lng: 151.1, lat: -33.9 },
  "vic/here": { lng: 144.96, lat: -37.81 },
};

/** Listings of few places and few values, so that many stand together and on the lines of grids. */
export async function insertMapWorld(
  database: Database,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<MapWorld> {
  const chance = random(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T;
  const places: PlainPlace[] = [];
  for (const [key, point] of Object.entries(PLACES)) {
    const [region = "", slug = ""] = key.split("/");
    const { id } = await insertLocality(database, {
      region,
      name: slug,
      slug,
      longitude: point.lng,
      latitude: point.lat,
    });
    places.push({ id, key: key as LocalityKey, point, timeZone: "Australia/Sydney" });
  }
  const listings = Array.from({ length: count }, (_, index): MapListing => {
    const place = pick(places);
    const spread = pick([0, 2 ** -12, 2 ** -8, 0.01, 0.3, 8]);
    const near = (degrees: number) => {
      const off = degrees + (chance() - 0.5) * spread;
      return pick([off, Math.round(off * 8) / 8, Math.round(off * 4096) / 4096, Number(off.toFixed(5))]);
    };
    const isHidden = chance() < 0.1;
    const ownPoint = chance() < 0.05 ? null : { lng: near(place.point.lng), lat: near(place.point.lat) };
    const low = pick([null, 0, 1, 2, 3, 4, 5, 6]);
    return {
      id: index + 1,
      channel: pick(["buy", "buy", "buy", "buy", "buy", "buy", "rent", "sold", null]),
      place,
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
      isHidden,
      ownPoint,
      point: ownPoint === null || isHidden ? place.point : ownPoint,
      ...NOTHING_ELSE,
    };
  });
  await insertAll(database, listings);
  return { listings, places, now: new Date(), stemsOf: () => [] };
}

const NOTHING_ELSE = {
  ...{ features: [], agency: null, agents: [], inspections: [] },
  ...{ stems: new Set<string>(), headlineStems: new Set<string>() },
};

async function insertAll(database: Database, listings: readonly MapListing[]): Promise<void> {
  await database.listing.createMany({
    data: listings.map(({ id, channel, place, type, beds, baths, parking, low, high, ...listing }) => ({
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
      localityId: place.id,
      latitude: listing.ownPoint?.lat ?? null,
      longitude: listing.ownPoint?.lng ?? null,
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
