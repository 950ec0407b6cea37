import { CENTRES, type Centre } from "@/prisma/seed/demo/centres";
import { distanceKm, type Point, towards } from "@/prisma/seed/demo/distance";
import { mix, mixText, Random } from "@/prisma/seed/demo/random";

/** A locality of the database, as the generator asks for it. */
export type DemoPlace = Point & {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly regionSlug: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly currency: string;
  /** How many people live there, more or less: how often a listing does. */
  readonly people: number;
};

/** What the market of one locality is like. */
export type Market = {
  readonly place: DemoPlace;
  readonly kind: "inner" | "suburban" | "country";
  /** The town or city that it belongs to. */
  readonly centre: string | null;
  readonly isCoastal: boolean;
  /** A typical house, in dollars. */
  readonly housePrice: number;
  /** How far from the middle its homes may stand. */
  readonly spreadKm: number;
  /** A number of the place's own, for what is the same for all its listings. */
  readonly placeSeed: number;
};

const COUNTRY_PRICE = 400_000;
const INNER_SHARE = 0.22;
// Smaller towns have a main street, and no ring of apartments and terraces around it.
const CITY_PEOPLE_MIN = 120_000;
const SPREAD_KM = { inner: 0.5, suburban: 0.8, country: 1.2 } as const;
const COASTAL_NAME =
  /\b(beach|bay|heads?|point|cove|harbour|surf|ocean|sea\w*|island|foreshore|sands?|shores?)\b/i;

/**
 * The markets of these places. Prices fall from the middle of a centre to its rim and rise towards the sea; each place has a
 * character of its own on top, the same for ever.
 */
export function describeMarkets(places: readonly DemoPlace[], seed: number): Market[] {
  return places.map((place) => {
    const near = nearestCentre(place);
    const placeSeed = mix(seed, mixText(`${place.regionSlug}/${place.slug}`));
    const random = new Random(placeSeed, mixText("market"));
    const kind = kindOf(near);
    const isCoastal = COASTAL_NAME.test(place.name);
    return {
      place,
      kind,
      centre: near.centre?.name ?? null,
      isCoastal,
      housePrice: pricesAt(place, near) * (isCoastal ? 1.18 : 1) * Math.exp(random.bell() * 0.14),
      spreadKm: SPREAD_KM[kind],
      placeSeed,
    };
  });
}

/** One of the markets for each number from 0 up to 1, as often as its people say; the sums are made once. */
export function createMarketChooser(markets: readonly Market[]): (share: number) => Market {
  const sums = new Float64Array(markets.length);
  let total = 0;
  markets.forEach((market, index) => {
    total += market.place.people;
    sums[index] = total;
  });
  return (share) => {
    const wanted = share * total;
    let low = 0;
    let high = markets.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const chosen = markets[low];
    if (!chosen) throw new Error("There are no localities to put listings into.");
    return chosen;
  };
}

type Near = { readonly centre: Centre | null; readonly share: number };

function kindOf({ centre, share }: Near): Market["kind"] {
  if (centre === null) return "country";
  return share < INNER_SHARE && centre.people >= CITY_PEOPLE_MIN ? "inner" : "suburban";
}

/** The centre that the place belongs to, and how far out it lies: 0 in the middle, 1 at the rim. */
function nearestCentre(place: Point): Near {
  let near: Near = { centre: null, share: 1 };
  for (const centre of CENTRES) {
    const share = distanceKm(centre, place) / centre.radiusKm;
    if (share < near.share) near = { centre, share };
  }
  return near;
}

function pricesAt(place: Point, { centre, share }: Near): number {
  if (centre === null) return COUNTRY_PRICE + nearnessToCapital(place) * 320_000;
  const { innerPriceK, outerPriceK, seaward } = centre;
  const gradient = innerPriceK * (outerPriceK / innerPriceK) ** (share ** 0.6);
  const bySea = seaward === null ? 0 : Math.max(0, towards(seaward, centre, place));
  // Around the very middle no side is nearer to the sea.
  return gradient * 1000 * (1 + 0.25 * bySea * Math.min(1, share * 8));
}

/** 1 at the rim of a city of a million, 0 from two hours' drive on: country within reach costs more. */
function nearnessToCapital(place: Point): number {
  const reachKm = 150;
  const cities = CENTRES.filter(({ people }) => people > 1_000_000);
  const nearest = Math.min(...cities.map((city) => distanceKm(city, place) - city.radiusKm));
  return Math.max(0, 1 - nearest / reachKm);
}
