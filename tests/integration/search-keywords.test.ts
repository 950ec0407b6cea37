import { expect, onTestFinished, test } from "vitest";
import { getListingMap } from "@/lib/listings/map-queries";
import { parseMapQuery } from "@/lib/listings/map-query";
import { searchListings } from "@/lib/listings/queries";
import { isStopWord } from "@/lib/listings/stop-words";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { search, walk, walkAsOfMany } from "@/tests/support/searching";

test("a word that nobody ever wrote is taken for one that is alike, and the answer says so", async () => {
  const { insert } = await setUp();
  const { id: pool } = await insert({ headline: "A pool", description: "Renovated." });
  await insert({ headline: "A garden" });
  const { items, notice } = await searchListings(search("keywords=poool"));
  expect({ ids: items.map(({ id }) => id), notice }).toEqual({
    ids: [pool],
    notice: "Nothing has “poool”; showing “pool”.",
  });
  expect(await searchListings(search("keywords=renovted+pool"))).toMatchObject({ total: 1 });
  expect(await searchListings(search("keywords=zzzzz"))).toMatchObject({
    total: 0,
    notice: "Nothing has “zzzzz”.",
  });
  // Another channel's listing has it: then it is a word, and none of the others has it.
  await insert({ offer: "rent", headline: "A poool" });
  expect(await searchListings(search("keywords=poool"))).toMatchObject({ total: 0, notice: null });
});

test("words are found in headline, description, features, locality and street, unless it is hidden", async () => {
  const { insert } = await setUp();
  const { id } = await insert({
    headline: "Alpha",
    description: "Bravo, in short",
    features: ["Charlie lift"],
    street: "1 Delta Street",
  });
  const { id: hidden } = await insert({ headline: "Echo", street: "2 Delta Street", hideStreet: true });
  for (const word of ["alpha", "bravo", "charlie", "delta", "alp"])
    expect(await found(`keywords=${word}`)).toEqual([id]);
  expect(await found("keywords=newtown+echo")).toEqual([hidden]);
  expect(await found("keywords=alpha+bravo+the")).toEqual([id]);
  expect(await found("keywords=the")).toEqual([hidden, id]);
  expect(await found("keywords=alpha+echo")).toEqual([]);
});

test("words and features of one region are not looked for in another: not in counts, pages, options or maps", async () => {
  const { database, insert } = await setUp();
  const { id: elsewhere } = await insertLocality(database, { name: "Carlton", region: "vic" });
  const home = { headline: "A garden", features: ["Swimming pool"] };
  const { id: here } = await insert(home);
  await insert({ ...home, localityId: elsewhere });
  for (const asked of ["keywords=garden", "feature=swimming-pool", "keywords=garden&sort=match"]) {
    const region = search(`region=nsw&${asked}`);
    const { total, items, facets } = await searchListings(region);
    expect({ total, ids: items.map(({ id }) => id) }, asked).toEqual({ total: 1, ids: [here] });
    expect(facets.features, asked).toEqual([{ slug: "swimming-pool", label: "Swimming pool", count: 1 }]);
    expect(await walkAsOfMany(region), asked).toEqual([here]);
    const map = parseMapQuery(
      new URLSearchParams(
        `channel=buy&region=nsw&${asked.replace("&sort=match", "")}&bounds=-180,-90,180,90&zoom=1`,
      ),
    );
    expect(map.ok && (await getListingMap(map.query)).total, asked).toBe(1);
  }
});

test("the words that are passed over are those that Postgres passes over", async () => {
  const { database, url } = await setUp();
  // The portal's own role may not read the server's files.
  const owner = await connectClient(url);
  onTestFinished(() => owner.end());
  const { rows } = await owner.query<{ file: string }>(
    "SELECT pg_read_file(setting || '/tsearch_data/english.stop') AS file FROM pg_config WHERE name = 'SHAREDIR'",
  );
  const words = (rows[0]?.file ?? "").split("\n").filter((word) => /^[a-z0-9]+$/.test(word));
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((word) => !isStopWord(word))).toEqual([]);
  const stems = await database.$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${["garden", "pool", "house", "view"]}::text[]) word WHERE search_stems(word) = '{}'`;
  expect(stems).toEqual([]);
});

async function setUp() {
  const { database, url, close } = await createTestDatabase();
  onTestFinished(close);
  const { id: localityId } = await insertLocality(database, { name: "Newtown" });
  const insert = (overrides: Partial<Parameters<typeof insertListing>[1]>) =>
    insertListing(database, { localityId, ...overrides });
  return { database, url, insert };
}

async function found(query: string): Promise<readonly number[]> {
  return walk(search(query));
}
