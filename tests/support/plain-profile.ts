import {
  type Channel,
  type ListingEventKind,
  PROPERTY_TYPES,
  type PropertyType,
} from "@/lib/listings/listing";
import { dayIn } from "@/lib/listings/region-day";
import type { ByType, Median, SuburbProfile } from "@/lib/localities/suburb-profile";

/** As much of a listing of one place as its figures are made of. */
export type PlainStock = {
  readonly type: PropertyType;
  readonly channel: Channel | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly currency: string;
  readonly events: readonly PlainEvent[];
};

type PlainEvent = {
  readonly id: number;
  readonly kind: ListingEventKind;
  readonly day: string;
  readonly low: number | null;
  readonly high: number | null;
};

type PlainSale = {
  readonly type: PropertyType;
  readonly day: string;
  readonly price: number | null;
  readonly days: number | null;
};

/** The figures of a place, worked out the plain way: each listing's history is told from its beginning, then everything is counted. */
export function plainProfile(
  listings: readonly PlainStock[],
  { now, timeZone, currency }: { now: Date; timeZone: string; currency: string },
): Omit<SuburbProfile, "locality"> {
  const asOf = dayIn(timeZone, now);
  const on = (channel: Channel) => listings.filter((listing) => listing.channel === channel);
  const asked = ({ low, high, ...listing }: PlainStock) =>
    low === null || high === null || listing.currency !== currency ? null : (low + high) / 2;
  const sales = listings.flatMap((listing) => salesOf(listing, currency)).filter(({ day }) => day <= asOf);
  const count = (some: readonly unknown[]) => some.length;
  const figures = (some: readonly PlainSale[]) => ({
    sales: some.length,
    price: middle(some.map(({ price }) => price)),
  });
  return {
    currency,
    asOf,
    stock: {
      buy: byType(on("buy"), count),
      rent: byType(on("rent"), count),
      sold: byType(on("sold"), count),
    },
    askingPrice: byType(on("buy"), (some) => middle(some.map(asked))),
    weeklyRent: byType(on("rent"), (some) => middle(some.map(asked))),
    quarters: lastQuarters(asOf).map((quarter) => ({
      quarter,
      startsOn: `${quarter.slice(0, 4)}-${`${Number(quarter.slice(6)) * 3 - 2}`.padStart(2, "0")}-01`,
      ...byType(
        sales.filter(({ day }) => quarterOf(day) === quarter),
        figures,
      ),
    })),
    lastYear: byType(
      sales.filter(({ day }) => day > yearBefore(asOf)),
      (some) => ({ ...figures(some), daysOnMarket: middle(some.map(({ days }) => days)) }),
    ),
  };
}

function salesOf({ type, events, ...listing }: PlainStock, currency: string): readonly PlainSale[] {
  const sales: PlainSale[] = [];
  let listedOn: string | null = null;
  let offeredOn: string | null = null;
  const inOrder = events.toSorted((one, other) =>
    one.day === other.day ? one.id - other.id : one.day < other.day ? -1 : 1,
  );
  for (const { kind, day, low, high } of inOrder) {
    if (kind === "listed" || kind === "relisted") {
      listedOn ??= day;
      offeredOn = null;
    }
    if (kind === "under_offer") offeredOn ??= day;
    if (kind === "sold") {
      const price = low === high && listing.currency === currency ? low : null;
      sales.push({
        type,
        day,
        price,
        days: listedOn === null ? null : daysBetween(listedOn, offeredOn ?? day),
      });
    }
    if (kind === "sold" || kind === "withdrawn" || kind === "leased") listedOn = offeredOn = null;
  }
  return sales;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function byType<T extends { readonly type: PropertyType }, F>(
  all: readonly T[],
  figure: (some: readonly T[]) => F,
): ByType<F> {
  const present = PROPERTY_TYPES.filter((type) => all.some((each) => each.type === type));
  const of = (type: PropertyType) => figure(all.filter((each) => each.type === type));
  return { all: figure(all), byType: Object.fromEntries(present.map((type) => [type, of(type)])) };
}

/** Of an even number the mean of the two middle ones, rounded half up; of fewer than three nothing. */
export function middle(values: readonly (number | null)[]): Median {
  const known = values.filter((value) => value !== null).sort((one, other) => one - other);
  const [lower = 0, upper = 0] = [
    known[Math.ceil(known.length / 2) - 1],
    known[Math.floor(known.length / 2)],
  ];
  return { median: known.length < 3 ? null : Math.floor((lower + upper) / 2 + 0.5), count: known.length };
}

export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
}

function lastQuarters(today: string): readonly string[] {
  const current = Number(today.slice(0, 4)) * 4 + Number(quarterOf(today).slice(6)) - 1;
  return Array.from({ length: 12 }, (_, index) => current - 11 + index).map(
    (quarter) => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`,
  );
}

function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4) === "-02-29" ? "-02-28" : day.slice(4)}`;
}
