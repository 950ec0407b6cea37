import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { ListingRow } from "@/lib/listings/listing-limits";
import { RENT_BOUNDS, SALE_BOUNDS } from "@/prisma/seed/demo/asking-price";
import { distanceKm } from "@/prisma/seed/demo/distance";
import { createGenerator, type DemoListing } from "@/prisma/seed/demo/generate";
import { describeMarkets } from "@/prisma/seed/demo/market";
import { shippedPlaces } from "@/tests/unit/seed/places";

const TODAY = "2026-11-22";
const PLACES = shippedPlaces();
const SAMPLE = 10_000;
const CITIES = [
  ["Sydney", -33.868, 151.207],
  ["Melbourne", -37.814, 144.963],
  ["Brisbane", -27.468, 153.028],
  ["Perth", -31.952, 115.861],
  ["Adelaide", -34.929, 138.599],
] as const;
const sample: readonly DemoListing[] = makeSample();

function setUp({ seed = 1, today = TODAY, places = PLACES } = {}) {
  return createGenerator(places, { seed, today });
}

function makeSample(): DemoListing[] {
  const generator = setUp();
  return Array.from({ length: SAMPLE }, (_, n) => generator.listing(n));
}

function hashOf(listings: readonly DemoListing[]): string {
  return createHash("sha256").update(JSON.stringify(listings)).digest("hex");
}

function shareOf(matches: (listing: DemoListing) => boolean): number {
  return sample.filter(matches).length / SAMPLE;
}

test("the same seed makes the same first thousand listings, whatever the order in which they are asked for", () => {
  const first = setUp();
  const inOrder = Array.from({ length: 1000 }, (_, n) => first.listing(n));
  // 617 is coprime to 1000, so this is each number once.
  const second = setUp({ places: [...PLACES].reverse() });
  const shuffled = Array.from({ length: 1000 }, (_, index) => second.listing((index * 617) % 1000));
  const sorted = shuffled.sort((one, other) => one.n - other.n);
  expect(hashOf(sorted)).toBe(hashOf(inOrder));
  expect(JSON.stringify(second.offices)).toBe(JSON.stringify(first.offices));
});

test("another seed makes other listings", () => {
  const one = setUp({ seed: 1 });
  const two = setUp({ seed: 2 });
  const differing = Array.from({ length: 100 }, (_, n) => n).filter(
    (n) => one.listing(n).row.description !== two.listing(n).row.description,
  );
  expect(differing.length).toBe(100);
});

test("each listing is one that may be stored, in whole sentences", () => {
  const wrong = sample.filter(
    ({ row }) =>
      !ListingRow.safeParse(row).success ||
      /undefined|[{}]| {2}|\b[Aa] (?:[aeio](?!ne)|un(?!i))|\.\./.test(`${row.headline}. ${row.description}`),
  );
  expect(wrong).toEqual([]);
});

test("channels and statuses come in the shares that a portal has", () => {
  const isOn = (listing: DemoListing) => ["active", "under_offer"].includes(listing.row.status);
  expect(shareOf((listing) => isOn(listing) && listing.row.offer === "sale")).toBeCloseTo(0.55, 1.7);
  expect(shareOf((listing) => isOn(listing) && listing.row.offer === "rent")).toBeCloseTo(0.25, 1.7);
  expect(shareOf(({ row }) => row.status === "sold")).toBeCloseTo(0.15, 1.7);
  for (const status of ["draft", "withdrawn", "leased"]) {
    const share = shareOf(({ row }) => row.status === status);
    expect(share, status).toBeGreaterThan(0.005);
    expect(share, status).toBeLessThan(0.03);
  }
});

test("no price is absurd: each within its type's bounds, and no guide wider than ten percent", () => {
  const absurd = sample.filter(({ row }) => {
    const { priceLow: low, priceHigh: high } = row;
    const [least, most] = row.offer === "rent" ? RENT_BOUNDS : SALE_BOUNDS[row.propertyType];
    if (low === null || high === null || low < least || high > most) return true;
    return high / low > (row.offer === "rent" ? 1 : 1.1);
  });
  expect(absurd).toEqual([]);
  const sold = sample.filter(({ row }) => row.soldPrice !== null);
  expect(sold.length).toBeGreaterThan(1000);
  expect(sold.filter(({ row }) => row.priceLow !== row.soldPrice || row.priceHigh !== row.soldPrice)).toEqual(
    [],
  );
});

test("what a state's rules forbid is not said", () => {
  const guides = (region: string) =>
    sample.filter(({ place }) => place.regionSlug === region).map(({ row }) => row.priceDisplay);
  expect([...guides("vic"), ...guides("nsw")].filter((guide) => /over|from|\+/i.test(guide))).toEqual([]);
  expect(guides("qld").filter((guide) => /^Auction.*\$/.test(guide))).toEqual([]);
  expect(guides("qld")).toContain("Auction");
});

test("inner markets are apartments and terraces, country ones houses, farms and land", () => {
  const kinds = new Map(describeMarkets(PLACES, 1).map(({ place, kind }) => [place.id, kind]));
  const shareIn = (kind: string, types: readonly string[]) => {
    const own = sample.filter(({ place }) => kinds.get(place.id) === kind);
    return own.filter(({ row }) => types.includes(row.propertyType)).length / own.length;
  };
  expect(shareIn("inner", ["apartment", "terrace", "townhouse", "unit"])).toBeGreaterThan(0.7);
  expect(shareIn("inner", ["rural", "land"])).toBe(0);
  expect(shareIn("suburban", ["house"])).toBeCloseTo(0.62, 1);
  expect(shareIn("suburban", ["rural"])).toBe(0);
  expect(shareIn("country", ["house", "rural", "land"])).toBeGreaterThan(0.85);
  expect(shareIn("country", ["apartment", "terrace"])).toBe(0);
});

test("around the five large cities a house costs less with each ring, and each further bedroom costs more", () => {
  for (const [name, latitude, longitude] of CITIES) {
    const houses = sample.filter(
      ({ row, place }) =>
        row.offer === "sale" &&
        row.propertyType === "house" &&
        distanceKm({ latitude, longitude }, place) < 60,
    );
    const rings = [
      [0, 12],
      [12, 28],
      [28, 60],
    ].map(([from = 0, to = 0]) => {
      const within = houses.filter(({ place }) => {
        const km = distanceKm({ latitude, longitude }, place);
        return km >= from && km < to;
      });
      return median(within.map(({ row }) => row.priceLow ?? 0));
    });
    expect(rings, name).toEqual([...rings].sort((one, other) => other - one));
  }
  for (const type of ["house", "apartment", "unit"]) {
    const medians = [1, 2, 3, 4].map((beds) =>
      median(
        sample
          .filter(({ row }) => row.offer === "sale" && row.propertyType === type && row.beds === beds)
          .map(({ row }) => row.priceLow ?? 0),
      ),
    );
    const known = medians.filter((price) => !Number.isNaN(price));
    expect(known.length, type).toBeGreaterThan(2);
    expect(known, type).toEqual([...known].sort((one, other) => one - other));
  }
});

test("the median price of each type lies where one expects it", () => {
  const medianOf = (type: string) =>
    median(
      sample
        .filter(({ row }) => row.offer === "sale" && row.propertyType === type)
        .map(({ row }) => row.priceLow ?? 0),
    );
  const limits = {
    house: [700_000, 1_200_000],
    terrace: [900_000, 2_000_000],
    townhouse: [550_000, 1_000_000],
    apartment: [450_000, 850_000],
    unit: [350_000, 750_000],
    land: [200_000, 550_000],
  };
  for (const [type, [low = 0, high = 0]] of Object.entries(limits)) {
    expect(medianOf(type), type).toBeGreaterThan(low);
    expect(medianOf(type), type).toBeLessThan(high);
  }
});

test("what is said of a home is so: no ensuite with one bathroom, no tank upstairs, no parking without any, no mansion with one bath", () => {
  const wrong = sample.filter(
    ({ row: { propertyType, beds, baths, parking, landAreaM2, features, description } }) => {
      const said = `${features.join(", ")}. ${description}`;
      if ((baths ?? 0) < 2 && /Ensuite|own bathroom|[Tt]wo bathrooms|second bathroom/.test(said)) return true;
      if (parking === 0 && /Secure parking|parking is under cover|car stands/.test(said)) return true;
      if (
        propertyType === "apartment" &&
        /tank|wood heater|slow-combustion|Solar|Side access|mudroom/.test(said)
      )
        return true;
      if ((landAreaM2 ?? 0) < 400 && /room for a pool|for a boat/.test(said)) return true;
      return (beds ?? 0) >= 4 && (baths ?? 0) < 2;
    },
  );
  expect(wrong).toEqual([]);
});

test("apartments, units and townhouses have a number in their building, farms stand on roads, and no house number is common", () => {
  const streetsOf = (...types: string[]) =>
    sample.filter(({ row }) => types.includes(row.propertyType)).map(({ row }) => row.street ?? "");
  expect(
    streetsOf("apartment", "unit", "villa", "townhouse").filter((street) => !/^G?\d+\//.test(street)),
  ).toEqual([]);
  expect(streetsOf("house", "terrace", "rural").filter((street) => street.includes("/"))).toEqual([]);
  expect(streetsOf("rural").filter((street) => !/ (Road|Lane|Track)$/.test(street))).toEqual([]);
  const counts = new Map<string, number>();
  const numbers = streetsOf("house").map((street) => street.split(" ")[0] ?? "");
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  expect(Math.max(...counts.values()) / numbers.length).toBeLessThan(0.06);
});

test("an auction's campaign is over within six weeks, and a contract takes a day or more after the last change", () => {
  const auctions = sample.filter(
    ({ row, events }) => row.status === "active" && /^Auction/.test(events[0]?.priceDisplay ?? ""),
  );
  expect(auctions.length).toBeGreaterThan(500);
  expect(auctions.filter(({ events }) => (events[0]?.occurredOn ?? "") < "2026-11-04")).toEqual([]);
  const hasty = sample.filter(
    ({ row, events }) =>
      row.status === "sold" &&
      events.some(({ occurredOn }, index) => index > 0 && occurredOn === events[index - 1]?.occurredOn),
  );
  expect(hasty).toEqual([]);
});

test("homes by the harbour cost more than homes at the rim, and houses more than apartments", () => {
  const sydney = { latitude: -33.868, longitude: 151.207 };
  const prices = { inner: [] as number[], outer: [] as number[], apartment: [] as number[] };
  for (const { row, place } of sample) {
    if (row.offer === "rent" || row.priceLow === null || place.regionSlug !== "nsw") continue;
    const km = distanceKm(sydney, place);
    if (row.propertyType === "house" && km < 12) prices.inner.push(row.priceLow);
    if (row.propertyType === "house" && km > 35 && km < 55) prices.outer.push(row.priceLow);
    if (row.propertyType === "apartment" && km < 12) prices.apartment.push(row.priceLow);
  }
  expect(median(prices.inner)).toBeGreaterThan(1.5 * median(prices.outer));
  expect(median(prices.inner)).toBeGreaterThan(1.8 * median(prices.apartment));
});

test("of ten listings in a row no two say the same: not in the headline, the opening, or the whole", () => {
  const repeated = sample.flatMap(({ row }, n) => {
    const others = sample.slice(Math.max(0, n - 9), n).map((other) => other.row);
    const isRepeated = others.some(
      (other) =>
        other.headline === row.headline ||
        other.description === row.description ||
        openingOf(other.description) === openingOf(row.description),
    );
    return isRepeated ? [n] : [];
  });
  expect(repeated).toEqual([]);
});

test("of ten thousand descriptions hardly any two are the same", () => {
  expect(new Set(sample.map(({ row }) => row.description)).size).toBeGreaterThan(0.999 * SAMPLE);
});

test("histories run forwards, begin with the listing, end with what became of it, and are over before today", () => {
  const broken = sample.filter(({ row, events }) => {
    const days = events.map(({ occurredOn }) => occurredOn);
    if (row.status === "draft") return days.length > 0 || row.publishedAt !== null;
    const isForwards = days.every((day, index) => day < TODAY && (days[index - 1] ?? "") <= day);
    const isEnded = row.status === "active" || events.at(-1)?.kind === row.status;
    const isPublished = row.publishedAt !== null && row.publishedAt < `${TODAY}T00:00:00.000Z`;
    const isDated = row.soldOn === null || row.soldOn === days.at(-1);
    return !(isForwards && isEnded && isPublished && isDated && events[0]?.kind === "listed");
  });
  expect(broken).toEqual([]);
});

test("a price that changed was another before", () => {
  const changed = sample.filter(({ events }) => events[1]?.kind === "price_changed");
  expect(changed.length).toBeGreaterThan(500);
  expect(changed.filter(({ events }) => events[0]?.priceDisplay === events[1]?.priceDisplay)).toEqual([]);
  expect(changed.filter(({ events }) => Number(events[0]?.priceLow) <= Number(events[1]?.priceLow))).toEqual(
    [],
  );
});

test("inspections lie ahead, on Saturdays by day and Wednesdays in the evening of the property's own clock, and only of what is on show", () => {
  const inspections = sample.flatMap(({ row, place, inspections: own }) =>
    own.map((inspection) => ({
      ...inspection,
      status: row.status,
      local: localTime(inspection.startsAt, place),
    })),
  );
  expect(inspections.length).toBeGreaterThan(5000);
  const wrong = inspections.filter(({ kind, status, local, startsAt, endsAt }) => {
    const hours = kind === "auction" ? /^Sat (09|1[0-4])/ : /^(Sat (09|1[0-4])|Wed 1[78]):(00|15|30|45)$/;
    return status !== "active" || !hours.test(local) || startsAt <= TODAY || endsAt <= startsAt;
  });
  expect(wrong).toEqual([]);
});

test("homes stand near the middle of their place, and have a street", () => {
  const astray = sample.filter(({ row, place }) => {
    const { latitude, longitude } = row;
    if (latitude === null || longitude === null) return true;
    return distanceKm(place, { latitude, longitude }) > 7;
  });
  expect(astray).toEqual([]);
  const streets = sample.map(({ row }) => row.street ?? "");
  expect(streets.filter((street) => !/^(Lot )?G?\d+(\/\d+)?,? [A-Z]\w+ [A-Z]\w+$/.test(street))).toEqual([]);
});

test("offices and agents can be called by nobody: numbers kept for fiction, mail to example.com, each slug once", () => {
  const { offices, listing } = setUp();
  const slugs = offices.flatMap(({ slug, agents }) => [slug, ...agents.map((agent) => agent.slug)]);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const { phone, email, agents } of offices) {
    expect(phone).toMatch(/^\(0[2378]\) 5550 \d{4}$/);
    expect(email).toMatch(/^office@[a-z0-9-]+\.example\.com$/);
    expect(agents.length).toBeGreaterThanOrEqual(2);
    for (const agent of agents) {
      expect(agent.phone).toMatch(/^0491 57\d \d{3}$/);
      expect(agent.email).toMatch(/^[a-z.]+@[a-z0-9-]+\.example\.com$/);
    }
  }
  for (let n = 0; n < 1000; n += 1) {
    const { place, office, agents } = listing(n);
    expect(offices[office]?.market.place.regionSlug).toBe(place.regionSlug);
    expect(new Set(agents).size).toBe(agents.length);
    for (const agent of agents) expect(offices[office]?.agents[agent]).toBeDefined();
  }
});

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function localTime(instant: string, { timeZone }: DemoListing["place"]): string {
  const known = FORMATS.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat("en-AU", {
      timeZone,
      ...{ weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    });
  FORMATS.set(timeZone, format);
  return format.format(new Date(instant)).replace(",", "");
}

function openingOf(description: string): string {
  return description.split(". ")[0] ?? "";
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
