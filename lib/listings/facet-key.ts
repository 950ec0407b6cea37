import { PROPERTY_TYPES, type PropertyType } from "@/lib/listings/listing";

/** What all listings of one facet key have in common. */
export type FacetClass = {
  /** ISO 4217. */
  readonly currency: string;
  readonly type: PropertyType;
  /** Whole rooms; CLASS_MOST stands for so many or more, null for unknown. */
  readonly beds: number | null;
  readonly baths: number | null;
  readonly parking: number | null;
};

/** More rooms than these are not told apart by the key. */
export const CLASS_MOST = 5;

/** Of each number of rooms: unknown, 0 to CLASS_MOST. */
const ROOMS = CLASS_MOST + 2;
const LETTERS = 26;

/** Reads what listing_facet_key (prisma/migrations) wrote. */
export function readFacetKey(key: number): FacetClass {
  const [afterParking, parking] = divided(key, ROOMS);
  const [afterBaths, baths] = divided(afterParking, ROOMS);
  const [afterBeds, beds] = divided(afterBaths, ROOMS);
  const [currency, typeAt] = divided(afterBeds, PROPERTY_TYPES.length);
  const type = PROPERTY_TYPES[typeAt];
  if (type === undefined) throw new Error(`There is no facet key ${key}.`);
  return {
    currency: readCurrency(currency),
    type,
    beds: rooms(beds),
    baths: rooms(baths),
    parking: rooms(parking),
  };
}

function divided(number: number, by: number): readonly [quotient: number, remainder: number] {
  return [Math.floor(number / by), number % by];
}

function rooms(digit: number): number | null {
  return digit === 0 ? null : digit - 1;
}

function readCurrency(number: number): string {
  const [first, others] = divided(number, LETTERS * LETTERS);
  return String.fromCharCode(...[first, ...divided(others, LETTERS)].map((letter) => letter + 65));
}
