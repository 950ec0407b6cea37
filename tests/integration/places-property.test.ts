import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { distanceKm } from "@/lib/localities/distance";
import { localityKey, localityLabel } from "@/lib/localities/locality";
import { readPlace, readPlaceWords } from "@/lib/localities/place-question";
import { findLocalities, listLocalitiesAround } from "@/lib/localities/queries";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { type PlainPlace, plainPlaces } from "@/tests/support/plain-places";

const WORDS =
  "new newtown newton north south sydney sydenham hill hills park o'connor são paulo paramatta parramatta ash".split(
    " ",
  );
const REGIONS = ["nsw", "vic", "wa", "us-wa"];
const POSTCODES = ["2042", "2043", "2100", "3220", "98178"];

const anyPlace = fc.record({
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
  region: fc.constantFrom(...REGIONS),
  postcode: fc.option(fc.constantFrom(...POSTCODES)),
  extra: fc.subarray(POSTCODES, { maxLength: 2 }),
  listings: fc.constantFrom(0, 0, 0, 1, 2, 5),
  latitude: fc.double({ min: -34.5, max: -33.5, noNaN: true }),
  longitude: fc.double({ min: 150.5, max: 151.5, noNaN: true }),
});

const anySlip = fc.record({
  at: fc.nat(12),
  kind: fc.constantFrom("none", "none", "drop", "swap", "double"),
  kept: fc.integer({ min: 1, max: 30 }),
});

const anyQuestion = fc.record({
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }),
  slip: anySlip,
  behind: fc.constantFrom(
    "",
    "",
    "",
    " nsw",
    " n",
    " victoria",
    " new south",
    " wash",
    " 2042",
    " 20",
    " vic 3220",
    " 98",
    " SOUTH",
  ),
  limit: fc.constantFrom(1, 3, 8, 8, 20),
});

test("on any places and any questions, the answer is that of a slow and obvious search, and stays so while listings come and go", async () => {
  const { insert, change, ask } = await setUp();
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPlace, { minLength: 1, maxLength: 60, size: "max" }),
      fc.array(anyQuestion, { minLength: 20, maxLength: 40, size: "max" }),
      async (drawn, questions) => {
        let places = await insert(drawn);
        for (const _round of [1, 2]) {
          for (const question of questions) await ask(question, places);
          places = await change(places);
        }
      },
    ),
    { numRuns: 15, endOnFailure: true },
  );
}, 120_000);

test("what lies around is what a distance from each place to each other says", async () => {
  const { insert } = await setUp();
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPlace, { minLength: 2, maxLength: 60, size: "max" }),
      fc.integer({ min: 1, max: 40 }),
      async (drawn, km) => {
        const places = await insert(drawn);
        const asked = places.slice(0, 2);
        const expected = places
          .map((place) => ({
            key: keyOf(place),
            km: Math.min(...asked.map((one) => distanceKm(one, place))),
          }))
          .filter((place) => place.km <= km);
        const found = await listLocalitiesAround(asked.map(keyOf), km);
        expect(found.map(localityKey).sort()).toEqual(expected.map(({ key }) => key).sort());
        const distances = new Map(expected.map((place) => [place.key, place.km]));
        for (const near of found) expect(near.km).toBeCloseTo(distances.get(localityKey(near)) ?? -1, 6);
        expect(found.map((near) => near.km)).toEqual(found.map((near) => near.km).sort((a, b) => a - b));
      },
    ),
    { numRuns: 15, endOnFailure: true },
  );
});

type Drawn = typeof anyPlace extends fc.Arbitrary<infer Value> ? Value : never;
type Placed = PlainPlace & { readonly id: number; readonly latitude: number; readonly longitude: number };
type Question = typeof anyQuestion extends fc.Arbitrary<infer Value> ? Value : never;

async function setUp() {
  const { url, runtime, close } = await createTestDatabase();
  const psql = await connectClient(url);
  onTestFinished(async () => {
    await psql.end();
    await close();
  });
  const { rows: regions } = await psql.query<PlainPlace["region"] & { id: number }>(
    "SELECT id, slug, code, name FROM region",
  );
  const publish = (id: number, count: number) =>
    psql.query(
      `INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, locality_id, published_at)
       SELECT 'sale', 'active', 'house', 'A house', '$1', 'AUD', $1, now() FROM generate_series(1, $2)`,
      [id, count],
    );
  return {
    /** These places alone, with as many listings as drawn. */
    async insert(drawn: readonly Drawn[]): Promise<readonly Placed[]> {
      await psql.query("TRUNCATE locality CASCADE");
      const places: Placed[] = [];
      for (const [
        index,
        { words, region: slug, postcode, extra, listings, latitude, longitude },
      ] of drawn.entries()) {
        const name = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join(" ");
        const region = regions.find((one) => one.slug === slug);
        if (!region) throw new Error(`There is no region ${slug}.`);
        const { rows } = await psql.query<{ id: number }>(
          `INSERT INTO locality (region_id, slug, name, postcode, extra_postcodes, latitude, longitude)
           VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
          [region.id, `p-${index}`, name, postcode, postcode === null ? [] : extra, latitude, longitude],
        );
        const id = rows[0]?.id ?? 0;
        await publish(id, listings);
        const postcodes = postcode === null ? [] : [postcode, ...extra];
        places.push({ id, name, slug: `p-${index}`, region, postcodes, listings, latitude, longitude });
      }
      await runtime.tail.catchUp();
      return places;
    },
    /** Something is published in one place, and everything withdrawn in another. */
    async change(places: readonly Placed[]): Promise<readonly Placed[]> {
      const [first, last] = [places[0]?.id ?? 0, places.at(-1)?.id ?? 0];
      await publish(first, 3);
      await psql.query("UPDATE listing SET status = 'withdrawn' WHERE locality_id = $1", [last]);
      await runtime.tail.catchUp();
      const counts = new Map([
        [first, (places[0]?.listings ?? 0) + 3],
        [last, 0],
      ]);
      return places.map((place) => ({ ...place, listings: counts.get(place.id) ?? place.listings }));
    },
    async ask({ words, slip, behind, limit }: Question, places: readonly Placed[]): Promise<void> {
      const text = `${misspelt(words.join(" "), slip)}${behind}`;
      const found = await findLocalities(text, limit);
      const expected = plainPlaces(places, readPlace(readPlaceWords(text)), limit);
      expect(
        found.map((place) => `${localityLabel(place)} ${place.slug}`),
        `${text} (${limit})`,
      ).toEqual(
        expected.map(
          (place) => `${localityLabel({ ...place, postcode: place.postcodes[0] ?? null })} ${place.slug}`,
        ),
      );
    },
  };
}

function keyOf({ region, slug }: PlainPlace): `${string}/${string}` {
  return `${region.slug}/${slug}`;
}

function misspelt(text: string, { at, kind, kept }: Question["slip"]): string {
  const [before, letter, behind] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  const changed =
    {
      none: text,
      drop: `${before}${behind}`,
      swap: `${before}${behind.charAt(0)}${letter}${behind.slice(1)}`,
      double: `${before}${letter}${letter}${behind}`,
    }[kind] ?? text;
  return changed.slice(0, kept).trim() || text;
}
