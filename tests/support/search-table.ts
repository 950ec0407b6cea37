import type { Client } from "pg";
import { slugify } from "@/lib/slug";
import { openDays } from "@/tests/support/plain-days";

const TYPES = ["house", "terrace", "townhouse", "apartment", "unit", "villa", "rural", "land"];
const LETTER_A = 65;

type Source = {
  readonly id: number;
  readonly [fact: string]: unknown;
  readonly price_currency: string;
  readonly property_type: string;
  readonly bedrooms: number | null;
  readonly bathrooms: number | null;
  readonly parking: number | null;
  readonly land_area_m2: number | null;
  readonly headline: string;
  readonly description: string;
  readonly features: readonly (string | null)[];
  readonly region_code: number;
  readonly street: string | null;
  readonly hide_street: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly time_zone: string;
  readonly inspections: readonly { readonly startsAt: string; readonly endsAt: string }[];
  readonly place: { readonly name: string; readonly latitude: number; readonly longitude: number };
};

type Searched = {
  readonly listings: readonly Readonly<Record<string, unknown>>[];
  /** Of the stems and features that listings have, those that the vocabulary knows, each with its code. */
  readonly vocabulary: readonly string[];
};

const FACTS = `channel::text, locality_id, agency_id, property_type::text, bedrooms, parking, sold_on::text,
  price_low::float8, price_high::float8, published_at::text`;

/** What is searched, as the table says and as it follows from listing and locality the plain way: the two are to be equal. */
export async function searchedBothWays(client: Client): Promise<{ held: Searched; plain: Searched }> {
  const sources = await client.query<Source>(
    `SELECT l.id, ${FACTS}, price_currency, bathrooms::float8, land_area_m2, headline, description, features, street, hide_street,
            l.latitude, l.longitude, json_build_object('name', p.name, 'latitude', p.latitude, 'longitude', p.longitude) AS place, r.time_zone,
            hashtext('region:' || r.slug) AS region_code,
            (SELECT coalesce(json_agg(json_build_object('startsAt', starts_at, 'endsAt', ends_at)), '[]') FROM inspection
              WHERE listing_id = l.id) AS inspections
       FROM listing l JOIN locality p ON p.id = l.locality_id JOIN region r ON r.id = p.region_id
      WHERE l.channel IS NOT NULL ORDER BY l.id`,
  );
  const stems = await stemsOf(client, sources.rows.flatMap(wordsOf));
  const codes = await codesOf(client, sources.rows.flatMap(slugsOf));
  const held = await client.query(
    `SELECT id, ${FACTS}, facet_key, bathrooms, land_m2::float8, latitude, longitude, open_until::text, open_days::text, features, words
       FROM listing_search ORDER BY id`,
  );
  const known = await client.query<{ entry: string }>(
    `SELECT DISTINCT format('%s %s', stem, code) AS entry FROM search_word WHERE stem = ANY ($1)
      UNION SELECT format('feature %s %s', slug, code) FROM search_feature WHERE slug = ANY ($2)`,
    [[...stems.values()].map(({ stem }) => stem), [...codes.keys()]],
  );
  const asked = [...stems.values()].map(({ stem, code }) => `${stem} ${code}`);
  const features = [...codes].map(([slug, code]) => `feature ${slug} ${code}`);
  return {
    held: { listings: held.rows, vocabulary: known.rows.map(({ entry }) => entry).sort() },
    plain: {
      listings: sources.rows.map((source) => plainRow(source, stems, codes)),
      vocabulary: [...new Set([...asked, ...features])].sort(),
    },
  };
}

type Stem = { readonly stem: string; readonly code: number; readonly headlineCode: number };

function plainRow(
  source: Source,
  stems: ReadonlyMap<string, Stem>,
  codes: ReadonlyMap<string, number>,
): Readonly<Record<string, unknown>> {
  const { price_currency, place, headline, description, street, hide_street, land_area_m2, ...rest } = source;
  const { time_zone, inspections, region_code, ...facts } = rest;
  const at = facts.latitude === null || hide_street ? place : facts;
  const stemsIn = (text: string) => readWords(text).flatMap((word) => stems.get(word) ?? []);
  const codesOfWords = [
    ...wordsOf(source).flatMap((word) => stems.get(word)?.code ?? []),
    ...stemsIn(headline).map(({ headlineCode }) => headlineCode),
  ];
  return {
    ...facts,
    facet_key: facetKey(source),
    bathrooms: facts.bathrooms === null ? null : Math.round(facts.bathrooms * 100),
    land_m2: land_area_m2 === null ? null : Math.min(Math.floor(land_area_m2 + 0.5), 9e15),
    latitude: at.latitude,
    longitude: at.longitude,
    ...openDays(inspections, time_zone),
    features: ascending([...slugsOf(source).map((slug) => codes.get(slug) ?? Number.NaN), region_code]),
    words: ascending(codesOfWords),
  };
}

function facetKey({ price_currency, property_type, bedrooms, bathrooms, parking }: Source): number {
  const currency = [...price_currency].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - LETTER_A, 0);
  const digit = (rooms: number | null) => (rooms === null ? 0 : Math.min(Math.floor(rooms), 5) + 1);
  const rooms = digit(bedrooms) * 49 + digit(bathrooms) * 7 + digit(parking);
  return currency * 2744 + TYPES.indexOf(property_type) * 343 + rooms;
}

function ascending(codes: readonly number[]): readonly number[] {
  return [...new Set(codes)].sort((one, other) => one - other);
}

/** As keywords are read (lib/listings/search-keywords.ts). */
export function readWords(text: string): readonly string[] {
  const plain = text.normalize("NFKD").replace(/\p{Mark}/gu, "");
  return (plain.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => word.length <= 40);
}

function wordsOf({ headline, description, features, street, hide_street, place }: Source): readonly string[] {
  return [headline, description, ...features, hide_street ? null : street, place.name].flatMap((text) =>
    readWords(text ?? ""),
  );
}

function slugsOf({ features }: Source): readonly string[] {
  return features.map((feature) => slugify(feature ?? "")).filter((slug) => slug !== "");
}

async function stemsOf(client: Client, words: readonly string[]): Promise<ReadonlyMap<string, Stem>> {
  const { rows } = await client.query<Stem & { word: string }>(
    `SELECT word, stem, hashtext(stem) AS code, hashtext('headline:' || stem) AS "headlineCode"
       FROM (SELECT word, (ts_lexize('english_stem', word))[1] AS stem FROM unnest($1::text[]) word) stems WHERE stem IS NOT NULL`,
    [[...new Set(words)]],
  );
  return new Map(rows.map(({ word, ...stem }) => [word, stem]));
}

async function codesOf(client: Client, slugs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ slug: string; code: number }>(
    "SELECT slug, hashtext('feature:' || slug) AS code FROM unnest($1::text[]) slug",
    [[...new Set(slugs)]],
  );
  return new Map(rows.map(({ slug, code }) => [slug, code]));
}
