import { distanceKm, type Point } from "@/lib/localities/distance";
import { slugify } from "@/lib/slug";

/** Two places of one name in one region are one place when they lie at most this far apart. */
const SAME_PLACE_KM = 25;

/** A locality as it is stored, or as it will be: `id` is null until then. */
export type KnownPlace = Point & {
  readonly id: number | null;
  readonly regionId: number;
  readonly slug: string;
  readonly name: string;
  readonly postcode: string | null;
  readonly extraPostcodes: readonly string[];
};

/** Every place that is known, found by region and name; gives new places their slugs. */
export class PlaceIndex {
  readonly #byName = new Map<string, KnownPlace[]>();
  readonly #slugs = new Set<string>();

  constructor(known: Iterable<KnownPlace>) {
    for (const place of known) this.#hold(place);
  }

  /** The places of this name in the region, however it is spelt ("Saint Kilda", "St Kilda"). */
  named(regionId: number, name: string): readonly KnownPlace[] {
    return this.#byName.get(nameKey(regionId, name)) ?? [];
  }

  /**
   * The place that is meant by a name near a point, or undefined: at most 25 km away. One that already has the postcode comes
   * before a nearer one, so that the same question has the same answer after its answer was stored.
   */
  near(wanted: Pick<KnownPlace, "regionId" | "name" | "postcode"> & Point): KnownPlace | undefined {
    const found = this.named(wanted.regionId, wanted.name)
      .map((place) => ({ place, km: distanceKm(place, wanted) }))
      .filter(({ km }) => km <= SAME_PLACE_KM)
      .sort((one, other) => one.km - other.km)
      .map(({ place }) => place);
    const { postcode } = wanted;
    return found.find((place) => postcode !== null && hasPostcode(place, postcode)) ?? found[0];
  }

  /** Takes in a new place and gives it a slug that is free in its region: its name; then with its postcode; then with 2, 3, … */
  add(place: Omit<KnownPlace, "id" | "slug">): KnownPlace {
    const added = { ...place, id: null, slug: this.#freeSlug(place) };
    this.#hold(added);
    return added;
  }

  /** Puts a changed version in the place of the known one. */
  replace(known: KnownPlace, changed: KnownPlace): void {
    const key = nameKey(known.regionId, known.name);
    this.#byName.set(
      key,
      this.named(known.regionId, known.name).map((place) => (place === known ? changed : place)),
    );
  }

  #hold(place: KnownPlace): void {
    const key = nameKey(place.regionId, place.name);
    const held = this.#byName.get(key);
    if (held) held.push(place);
    else this.#byName.set(key, [place]);
    this.#slugs.add(`${place.regionId}/${place.slug}`);
  }

  #freeSlug({ regionId, name, postcode }: Pick<KnownPlace, "regionId" | "name" | "postcode">): string {
    const base = slugify(name) || "place";
    const isFree = (slug: string) => !this.#slugs.has(`${regionId}/${slug}`);
    if (isFree(base)) return base;
    const withPostcode = slugify(`${base} ${postcode ?? ""}`);
    if (isFree(withPostcode)) return withPostcode;
    let number = 2;
    while (!isFree(`${withPostcode}-${number}`)) number += 1;
    return `${withPostcode}-${number}`;
  }
}

export function hasPostcode(place: KnownPlace, postcode: string): boolean {
  return place.postcode === postcode || place.extraPostcodes.includes(postcode);
}

const SHORT_FORMS: Readonly<Record<string, string>> = { saint: "st", mount: "mt" };

function nameKey(regionId: number, name: string): string {
  const words = slugify(name).split("-");
  const key = words.map((word) => SHORT_FORMS[word] ?? word).join(" ");
  // A name without a Latin letter has no slug; it is its own key.
  return `${regionId} ${key || name.toLowerCase()}`;
}
