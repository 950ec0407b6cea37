import type { Channel, PropertyType } from "@/lib/listings/listing";

/** As much of a listing as is compared with another. */
export type PlainHome = {
  readonly id: number;
  /** Where it is, or was, on show. */
  readonly market: Channel;
  readonly isPublic: boolean;
  readonly place: PlainPlace;
  readonly type: PropertyType;
  readonly beds: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly currency: string;
  readonly publishedAt: string;
};

export type PlainPlace = { readonly id: number; readonly latitude: number; readonly longitude: number };

/** Which listings are like one, worked out the plain way: every listing is compared, then all are sorted. */
export function plainSimilar(homes: readonly PlainHome[], given: PlainHome): readonly number[] {
  const rank = (home: PlainHome): readonly number[] => [
    -points(home, given),
    home.place.id === given.place.id ? -1 : distanceKm(home.place, given.place),
    priceDifference(home, given) ?? Number.POSITIVE_INFINITY,
    -Date.parse(home.publishedAt),
    -home.id,
  ];
  return homes
    .filter((home) => home.isPublic && home.market === given.market && home.id !== given.id)
    .filter((home) => distanceKm(home.place, given.place) <= 10 && points(home, given) >= 2)
    .map((home) => ({ id: home.id, rank: rank(home) }))
    .sort((one, other) => compare(one.rank, other.rank))
    .slice(0, 6)
    .map(({ id }) => id);
}

function points(home: PlainHome, given: PlainHome): number {
  const isType = home.type === given.type;
  const isRooms =
    home.beds === null || given.beds === null
      ? home.beds === given.beds
      : Math.abs(home.beds - given.beds) <= 1;
  const difference = priceDifference(home, given);
  const isPrice = difference !== null && difference <= 0.2 * (middle(given) ?? 0);
  return [isType, isRooms, isPrice].filter(Boolean).length;
}

function priceDifference(home: PlainHome, given: PlainHome): number | null {
  const [one, other] = [middle(home), middle(given)];
  return one === null || other === null || home.currency !== given.currency ? null : Math.abs(one - other);
}

function middle({ low, high }: PlainHome): number | null {
  return low === null || high === null ? null : (low + high) / 2;
}

function distanceKm(from: PlainPlace, to: PlainPlace): number {
  const radians = Math.PI / 180;
  const half = (one: number, other: number) => Math.sin(((one - other) * radians) / 2) ** 2;
  const across = Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians);
  const chord = half(from.latitude, to.latitude) + across * half(from.longitude, to.longitude);
  return 2 * 6371 * Math.asin(Math.sqrt(chord));
}

function compare(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((value, at) => value !== other[at]);
  return index < 0 ? 0 : (one[index] ?? 0) < (other[index] ?? 0) ? -1 : 1;
}
