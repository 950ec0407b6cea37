import type { PlaceReading } from "@/lib/localities/place-question";

/** A locality as the slow and obviously right search for places sees it. */
export type PlainPlace = {
  readonly name: string;
  readonly slug: string;
  readonly postcodes: readonly string[];
  readonly region: { readonly slug: string; readonly code: string; readonly name: string };
  readonly listings: number;
};

const RANKS = ["exact", "prefix", "word", "alike"] as const;
const SHOWN_OF_ALIKE = 40;

/** What findLocalities promises, place by place and reading by reading. */
export function plainPlaces(
  places: readonly PlainPlace[],
  readings: readonly PlaceReading[],
  limit: number,
): readonly PlainPlace[] {
  const judged = places.flatMap((place) => {
    const found = readings.flatMap((reading) => judge(place, reading) ?? []);
    const best = found.sort(
      (one, other) => one.rank - other.rank || other.likeness - one.likeness || order(one.asked, other.asked),
    )[0];
    return best ? [{ place, ...best }] : [];
  });
  const spelt = judged.filter(({ rank }) => rank < RANKS.indexOf("alike"));
  spelt.sort((one, other) => one.rank - other.rank || byListings(one.place, other.place));
  const hasEnough = spelt.length >= limit || spelt.some(({ place }) => place.listings > 0);
  const alike = hasEnough ? [] : judged.filter(({ rank }) => rank === RANKS.indexOf("alike"));
  const slips = alike
    .sort((one, other) => other.likeness - one.likeness || byListings(one.place, other.place))
    .slice(0, SHOWN_OF_ALIKE - spelt.length)
    .map((one) => ({ ...one, slips: slipsBetween(slug(one.asked), slug(one.place.name)) }))
    .sort((one, other) => one.slips - other.slips);
  const meant = spelt.length === 0 ? slips : slips.filter((one) => one.slips <= 1 && one.place.listings > 0);
  return [...spelt, ...meant].slice(0, limit).map(({ place }) => place);
}

type Judgement = { readonly rank: number; readonly likeness: number; readonly asked: string };

function judge(place: PlainPlace, { name: asked, region, postcode }: PlaceReading): Judgement | null {
  const [name, wanted] = [plain(place.name), plain(asked)];
  if (region !== null && !isRegion(place, region)) return null;
  const isPostcode = postcode === null || place.postcodes.some((one) => one.startsWith(postcode));
  if (!isPostcode && (wanted === "" || place.postcodes.length > 0)) return null;
  const found = (rank: (typeof RANKS)[number], likeness = 0) => ({
    rank: RANKS.indexOf(rank),
    likeness,
    asked,
  });
  if (wanted === "") return found("prefix");
  if (name === wanted) return found("exact");
  if (name.startsWith(wanted)) return found("prefix");
  if (wanted.length >= 2 && name.includes(` ${wanted}`)) return found("word");
  const likeness = similarity(name, wanted);
  const isAlike =
    likeness >= 0.3 || (likeness >= Math.fround(0.2) && name.slice(0, 2) === wanted.slice(0, 2));
  return wanted.length >= 4 && isAlike ? found("alike", likeness) : null;
}

function isRegion({ region }: PlainPlace, asked: string): boolean {
  const wanted = plain(asked);
  return (
    plain(region.code).startsWith(wanted) || plain(region.name).startsWith(wanted) || region.slug === asked
  );
}

function byListings(one: PlainPlace, other: PlainPlace): number {
  return (
    other.listings - one.listings ||
    order(plain(one.name), plain(other.name)) ||
    order(one.region.slug, other.region.slug) ||
    order(one.slug, other.slug)
  );
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}

function slug(text: string): string {
  return plain(text)
    .replace(/'/g, "")
    .replace(/[^a-z0-9]+/g, "-");
}

/** Of three letters in a row of each word, two blanks before it and one behind, the share that both texts have (pg_trgm). */
function similarity(one: string, other: string): number {
  const [these, those] = [trigrams(one), trigrams(other)];
  const shared = [...these].filter((each) => those.has(each)).length;
  return Math.fround(shared / (these.size + those.size - shared));
}

function trigrams(text: string): ReadonlySet<string> {
  const words = text.split(/[^a-z0-9]+/).filter((word) => word !== "");
  const padded = words.map((word) => `  ${word} `);
  return new Set(padded.flatMap((word) => [...word].slice(2).map((_letter, at) => word.slice(at, at + 3))));
}

/** Letters missing, added, wrong, or swapped with their neighbour, by trying everything. */
function slipsBetween(one: string, other: string, known = new Map<string, number>()): number {
  if (one === "" || other === "") return Math.max(one.length, other.length);
  const key = `${one}/${other}`;
  const held = known.get(key);
  if (held !== undefined) return held;
  const [rest, others] = [one.slice(1), other.slice(1)];
  const ways = [
    slipsBetween(rest, other, known) + 1,
    slipsBetween(one, others, known) + 1,
    slipsBetween(rest, others, known) + (one[0] === other[0] ? 0 : 1),
  ];
  if (one.length > 1 && other.length > 1 && one[0] === other[1] && one[1] === other[0])
    ways.push(slipsBetween(one.slice(2), other.slice(2), known) + 1);
  const least = Math.min(...ways);
  known.set(key, least);
  return least;
}
