import { PROPERTY_TYPES } from "@/lib/listings/listing";
import { dayIn } from "@/lib/listings/region-day";
import type { ListingSearch, NumberRange, OpenWindow } from "@/lib/listings/search";
import type { Facets } from "@/lib/listings/search-answers";
import { newSince } from "@/lib/listings/search-moments";
import { slugify } from "@/lib/slug";
import type { PlainListing, PlainWorld } from "@/tests/support/plain-listing";
import { inOrder } from "@/tests/support/plain-order";
import { isInOutline, isInWindow, metresApart } from "@/tests/support/plain-place";
import { hasWord } from "@/tests/support/plain-words";

const DAY_MS = 24 * 3_600_000;

type Filter = "type" | "beds" | "baths" | "parking" | "newWithinDays" | "open";

/** What a search must answer, worked out the plain way: every filter on every listing, then a sort. */
export function plainSearch(
  world: PlainWorld,
  search: ListingSearch,
): { ids: readonly number[]; facets: Facets; currencies: number } {
  const found = world.listings.filter((listing) => matches(listing, search, world));
  return {
    ids: inOrder(found, search, world).map(({ id }) => id),
    facets: facetsOf(found, search, world),
    currencies: new Set(found.map(({ currency }) => currency)).size,
  };
}

function facetsOf(found: readonly PlainListing[], search: ListingSearch, world: PlainWorld): Facets {
  const but = (facet: Filter) => world.listings.filter((listing) => matches(listing, search, world, facet));
  const count = (facet: "beds" | "baths" | "parking") =>
    [1, 2, 3, 4, 5].map((min) => ({
      min,
      count: but(facet).filter((listing) => listing[facet] !== null && listing[facet] >= min).length,
    }));
  const type = Object.fromEntries(
    PROPERTY_TYPES.map((each) => [each, but("type").filter((listing) => listing.type === each).length]),
  ) as Facets["type"];
  const isOpen = (listing: PlainListing) => isOpenIn(listing, { kind: "weekend" }, world.now);
  return {
    type,
    beds: count("beds"),
    baths: count("baths"),
    parking: count("parking"),
    new: but("newWithinDays").filter((listing) => isNew(listing, newSince(search, 7, world.now))).length,
    features: frequentFeatures(found),
    openThisWeekend:
      search.channel === "sold" || search.open?.kind === "days" ? null : but("open").filter(isOpen).length,
  };
}

function frequentFeatures(found: readonly PlainListing[]) {
  const labels = new Map(found.flatMap(({ features }) => features).map((label) => [slugify(label), label]));
  return [...labels]
    .map(([slug, label]) => ({ slug, label, count: found.filter((each) => hasFeature(each, slug)).length }))
    .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1))
    .slice(0, 12);
}

function matches(listing: PlainListing, search: ListingSearch, world: PlainWorld, but?: Filter): boolean {
  const { types, agency, agent, bounds, area, open, newWithinDays, keywords, features } = search;
  const checks: readonly boolean[] = [
    listing.channel === search.channel,
    isInPlace(listing, search, world),
    but === "type" || types.length === 0 || types.includes(listing.type),
    but === "beds" || isIn(listing.beds, search.beds),
    but === "baths" || isIn(listing.baths, search.baths),
    but === "parking" || isIn(listing.parking, search.parking),
    but === "newWithinDays" ||
      newWithinDays === null ||
      isNew(listing, newSince(search, newWithinDays, world.now)),
    but === "open" || open === null || isOpenIn(listing, open, world.now),
    isIn(listing.landAreaM2 === null ? null : Math.round(listing.landAreaM2), search.land),
    overlaps(listing, search.price),
    agency === null || listing.agency === agency,
    agent === null || listing.agents.includes(agent),
    bounds === null || isInWindow(listing.point, bounds),
    area === null || isInOutline(listing.point, area),
    features.every((slug) => hasFeature(listing, slug)),
    keywords
      .filter((word) => world.stemsOf(word).length > 0)
      .every((word) => hasWord(listing.stems, word, world)),
  ];
  return checks.every((passes) => passes);
}

function isInPlace({ place }: PlainListing, search: ListingSearch, { places }: PlainWorld): boolean {
  const { localities, region, aroundKm } = search;
  if (region !== null) return place.key.startsWith(`${region}/`);
  if (localities.length === 0 || localities.includes(place.key)) return true;
  const asked = places.filter(({ key }) => localities.includes(key));
  return aroundKm !== null && asked.some(({ point }) => metresApart(point, place.point) <= aroundKm * 1000);
}

function isIn(value: number | null, range: NumberRange | null): boolean {
  if (range === null) return true;
  return value !== null && value >= (range.min ?? 0) && value <= (range.max ?? Number.POSITIVE_INFINITY);
}

function overlaps({ low, high }: PlainListing, range: NumberRange | null): boolean {
  if (range === null) return true;
  if (low === null || high === null) return false;
  return high >= (range.min ?? 0) && low <= (range.max ?? Number.POSITIVE_INFINITY);
}

function hasFeature({ features }: PlainListing, slug: string): boolean {
  return features.some((label) => slugify(label) === slug);
}

function isNew({ publishedAt }: PlainListing, since: Date): boolean {
  return Date.parse(publishedAt) >= since.getTime();
}

/** Whether an inspection has a moment of a day of the window, where the listing stands, that is not over. */
function isOpenIn({ inspections, place }: PlainListing, window: OpenWindow, now: Date): boolean {
  const today = dayIn(place.timeZone, now);
  const { from: first, to } = window.kind === "days" ? window : weekendOf(today);
  const [, from = today] = [first, today].sort();
  return inspections.some(({ startsAt, endsAt }) => {
    const begins = dayIn(place.timeZone, startsAt);
    const ends = dayIn(place.timeZone, new Date(endsAt.getTime() - 1));
    return from <= to && begins <= to && ends >= from;
  });
}

function weekendOf(today: string): { from: string; to: string } {
  const weekday = new Date(today).getUTCDay();
  const day = (ahead: number) => new Date(Date.parse(today) + ahead * DAY_MS).toISOString().slice(0, 10);
  if (weekday === 0) return { from: today, to: today };
  return { from: day(6 - weekday), to: day(7 - weekday) };
}
