import type { ListingSearch } from "@/lib/listings/search";
import type { PlainListing, PlainWorld } from "@/tests/support/plain-listing";
import { metresApart, middleOf } from "@/tests/support/plain-place";
import { hasWord } from "@/tests/support/plain-words";

const STEP_MS = 300_000;

/** Listings in the order of a search, worked out by comparing two at a time. */
export function inOrder(
  listings: readonly PlainListing[],
  search: ListingSearch,
  world: PlainWorld,
): readonly PlainListing[] {
  const compare = comparison(search, world);
  return [...listings].sort(compare);
}

type Compare = (a: PlainListing, b: PlainListing) => number;

function comparison(search: ListingSearch, world: PlainWorld): Compare {
  const upById: Compare = (a, b) => a.id - b.id;
  const downById: Compare = (a, b) => b.id - a.id;
  const newest = first(
    by(({ publishedAt }) => -Date.parse(publishedAt)),
    downById,
  );
  switch (search.sort) {
    case "newest":
      return search.channel === "sold"
        ? first(
            by(({ soldOn }) => -Date.parse(soldOn ?? "")),
            downById,
          )
        : newest;
    case "price-up":
      return first(
        by(({ low }) => low ?? Number.POSITIVE_INFINITY),
        upById,
      );
    case "price-down":
      return first(
        by(({ low }) => -(low ?? Number.NEGATIVE_INFINITY)),
        downById,
      );
    case "nearest": {
      const middle = middleOfSearch(search, world);
      return first(
        by(({ point }) => Math.round(metresApart(middle, point))),
        upById,
      );
    }
    case "match": {
      const words = search.keywords.filter((word) => world.stemsOf(word).length > 0);
      const isAll = ({ headlineStems }: PlainListing) =>
        words.every((word) => hasWord(headlineStems, word, world));
      return first(
        by((listing) => (isAll(listing) ? 0 : 1)),
        newest,
      );
    }
    case "inspection": {
      const next = (listing: PlainListing) => nextInspectionMs(listing, world.now);
      return first(
        by(next),
        by((listing) => (next(listing) === NONE ? -Date.parse(listing.publishedAt) : 0)),
        upById,
      );
    }
  }
}

const NONE = Number.MAX_SAFE_INTEGER;

/** When the first of those begins that are not over, reckoned from the last five full minutes. */
function nextInspectionMs({ inspections }: PlainListing, now: Date): number {
  const from = Math.floor(now.getTime() / STEP_MS) * STEP_MS;
  const next = inspections.filter(({ endsAt }) => endsAt.getTime() > from);
  return Math.min(NONE, ...next.map(({ startsAt }) => startsAt.getTime()));
}

function middleOfSearch({ localities, bounds, area }: ListingSearch, { places }: PlainWorld) {
  const asked = places.filter(({ key }) => localities.includes(key)).map(({ point }) => point);
  const corners = bounds
    ? [
        { lng: bounds.west, lat: bounds.south },
        { lng: bounds.east, lat: bounds.north },
      ]
    : (area ?? []);
  return middleOf(asked, corners);
}

function by(value: (listing: PlainListing) => number): Compare {
  return (a, b) => (value(a) === value(b) ? 0 : value(a) < value(b) ? -1 : 1);
}

/** The first that tells two apart. */
function first(...compares: readonly Compare[]): Compare {
  return (a, b) => compares.map((compare) => compare(a, b)).find((order) => order !== 0) ?? 0;
}
