import type { ListingRow } from "@/lib/listings/listing-limits";
import { askFor, estimateValue, rentFor } from "@/prisma/seed/demo/asking-price";
import { type DayNumber, dayNumber } from "@/prisma/seed/demo/calendar";
import { drawHome } from "@/prisma/seed/demo/home";
import { type DemoInspection, drawInspections } from "@/prisma/seed/demo/inspections";
import { createMarketChooser, type DemoPlace, describeMarkets, type Market } from "@/prisma/seed/demo/market";
import { type DemoOffice, foundOffices, officesNear } from "@/prisma/seed/demo/offices";
import { mixText, Random } from "@/prisma/seed/demo/random";
import { drawSite } from "@/prisma/seed/demo/site";
import { type DemoEvent, drawStanding, drawTimeline } from "@/prisma/seed/demo/timeline";
import { writeWording } from "@/prisma/seed/demo/wording";

/** One invented listing with all that belongs to it. */
export type DemoListing = {
  readonly n: number;
  readonly place: DemoPlace;
  readonly row: ListingRow;
  /** Index into the offices, and into the agents of that office. */
  readonly office: number;
  readonly agents: readonly number[];
  readonly events: readonly DemoEvent[];
  readonly inspections: readonly DemoInspection[];
};

export type DemoGenerator = {
  readonly offices: readonly DemoOffice[];
  /** The n-th listing, from the seed, the places and today alone: any order, any number of times, the same. */
  listing(n: number): DemoListing;
};

type Setting = {
  readonly seed: number;
  readonly today: DayNumber;
  readonly chooseMarket: (share: number) => Market;
  readonly offices: readonly DemoOffice[];
  readonly officesOf: (market: Market) => readonly number[];
};

const AUCTIONS = { inner: 0.34, suburban: 0.2, country: 0.05 } as const;

/** `today`, as YYYY-MM-DD, is the day on which the listings are looked at: histories end before it, inspections come after it. */
export function createGenerator(
  places: readonly DemoPlace[],
  { seed, today }: { seed: number; today: string },
): DemoGenerator {
  const sorted = [...places].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const markets = describeMarkets(sorted, seed);
  const chooseMarket = createMarketChooser(markets);
  const offices = foundOffices(markets, chooseMarket, seed);
  const officesOf = officesNear(offices);
  const setting = { seed, today: dayNumber(today), chooseMarket, offices, officesOf };
  return { offices, listing: (n) => generate(n, setting) };
}

function generate(n: number, { seed, today, chooseMarket, offices, officesOf }: Setting): DemoListing {
  const random = new Random(seed, mixText("listing"), n);
  const market = chooseMarket(random.share());
  const { offer, status } = drawStanding(random);
  const home = drawHome(market, random, offer === "rent");
  const value = estimateValue(home, market, random);
  const isAuction = offer === "sale" && random.chance(AUCTIONS[market.kind]);
  const asked = offer === "rent" ? rentFor(value, market, random) : askFor(value, market, random, isAuction);
  const { events, price, ...timeline } = drawTimeline({ status, offer, asked, isAuction }, market, {
    random,
    today,
  });
  const isOpen = status === "active" && (home.propertyType !== "land" || isAuction);
  const office = random.pick(officesOf(market));
  return {
    n,
    place: market.place,
    row: {
      offer,
      ...timeline,
      ...home,
      ...writeWording(n, { home, market, offer }, random),
      ...drawSite(home, market, random),
      priceDisplay: price.display,
      priceLow: price.low,
      priceHigh: price.high,
      priceCurrency: market.place.currency,
    },
    office,
    agents: drawAgents(offices[office]?.agents.length ?? 0, random),
    events,
    inspections: isOpen ? drawInspections({ offer, isAuction }, market, { random, today }) : [],
  };
}

/** One agent, or two: the second helps. */
function drawAgents(count: number, random: Random): number[] {
  const first = random.whole(0, count - 1);
  return random.chance(0.35) && count > 1 ? [first, (first + random.whole(1, count - 1)) % count] : [first];
}

function keyOf({ regionSlug, slug }: DemoPlace): string {
  return `${regionSlug}/${slug}`;
}
