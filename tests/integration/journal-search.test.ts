import { expect, onTestFinished, test } from "vitest";
import { insertListing } from "@/tests/support/listings";
import { all, SHOWN, setUpToldSearches as setUp } from "@/tests/support/told-searches";

test("new words of a listing concern searches for words where it is, and the vocabulary if it grew, and no other search", async () => {
  const { at, toldBy } = await setUp();
  expect(await toldBy(`UPDATE listing SET description = 'Freshly painted.' ${SHOWN}`)).toEqual(
    all(at.ashby("search-text"), ["search-words"]),
  );
  expect(await toldBy(`UPDATE listing SET headline = 'Freshly painted house' ${SHOWN}`)).toEqual(
    all(at.ashby("search-text")),
  );
  expect(await toldBy(`UPDATE listing SET street = '17 House' ${SHOWN}`)).toEqual(
    all(at.ashby("search-text"), ["search-words"]),
  );
  expect(await toldBy(`UPDATE listing SET features = ARRAY['Painted'] ${SHOWN}`)).toEqual(
    all(at.ashby("search-text"), ["search-words"]),
  );
});

test("another text of the same words concerns no search", async () => {
  const { toldBy } = await setUp();
  expect(
    await toldBy(
      "UPDATE listing SET features = ARRAY['Lemon-Tree!'], description = ' . ' WHERE external_id = '1'",
    ),
  ).toEqual([]);
});

test("a hidden street concerns the searches for its words, and those that look where the listing stands", async () => {
  const { at, toldBy } = await setUp();
  expect(await toldBy(`UPDATE listing SET hide_street = true ${SHOWN}`)).toEqual(
    all(at.ashby("search"), at.ashby("search-text")),
  );
  expect(await toldBy(`UPDATE listing SET latitude = 5 ${SHOWN}`)).toEqual([]);
});

test("whatever a filter, an order or a count asks for concerns all searches where the listing is, and none of their words", async () => {
  const { at, toldBy } = await setUp();
  for (const set of [
    ...["property_type = 'villa'", "price_currency = 'NZD'"],
    ...[
      "bedrooms = 8",
      "bedrooms = NULL",
      "bathrooms = 2.25",
      "parking = 7",
      "land_area_m2 = 401",
      "latitude = -33.8",
    ],
    ...["longitude = 151.2", "published_at = '2026-03-02'"],
  ])
    expect({ set, told: await toldBy(`UPDATE listing SET ${set} ${SHOWN}`) }).toEqual({
      set,
      told: all(at.ashby("search")),
    });
  for (const set of [
    "land_area_m2 = 401.2",
    "floor_area_m2 = 1",
    "price_display = '-'",
    "version = 9",
    "status = 'under_offer'",
  ])
    expect({ set, told: await toldBy(`UPDATE listing SET ${set} ${SHOWN}`) }).toEqual({ set, told: [] });
  expect(await toldBy(`UPDATE listing SET agency_id = NULL ${SHOWN}`)).toEqual(all(at.ashby("search")));
});

test("what changes concerns the windows of a map where it stands, and where it stood; a hidden street stands where its suburb does", async () => {
  const { squaresToldBy, world } = await setUp();
  const here = "search:buy:square:-136:604";
  expect(await squaresToldBy(`UPDATE listing SET bedrooms = 7 ${SHOWN}`)).toEqual([here]);
  const east = await squaresToldBy(`UPDATE listing SET longitude = 151.25 ${SHOWN}`);
  expect(east).toEqual([here, "search:buy:square:-136:605"]);
  const hidden = await squaresToldBy(`UPDATE listing SET hide_street = true ${SHOWN}`);
  expect(hidden).toEqual(expect.arrayContaining([here, "search:buy:square:-136:605"]));
  expect(await squaresToldBy(`UPDATE listing SET longitude = 0 ${SHOWN}`)).toEqual([]);
  const sold = await squaresToldBy(`UPDATE listing SET status = 'sold', sold_on = '2026-05-01' ${SHOWN}`);
  expect(sold).toEqual([here, "search:sold:square:-136:604"]);
  expect(await squaresToldBy(`DELETE FROM listing ${SHOWN}`)).toEqual(["search:sold:square:-136:604"]);
  const inspected = await squaresToldBy(
    `INSERT INTO inspection (listing_id, starts_at, ends_at)
      SELECT min(id), '2030-01-06 01:00Z', '2030-01-06 02:00Z' FROM listing WHERE channel = 'buy' AND locality_id = ${world.ashby.id}`,
  );
  expect(inspected).toEqual(["search-open:buy:square:-136:604"]);
  const painted = await squaresToldBy(
    `UPDATE listing SET description = 'Painted.' WHERE channel = 'buy' AND locality_id = ${world.ashby.id}`,
  );
  expect(painted).toEqual(["search-text:buy:square:-136:604"]);
});

test("the windows that are told by block are told with those told by square", async () => {
  const { blocksToldBy } = await setUp();
  expect(await blocksToldBy(`UPDATE listing SET bedrooms = 7 ${SHOWN}`)).toEqual(["search:buy:block:-9:37"]);
  const moved = await blocksToldBy(`UPDATE listing SET latitude = 3.9, longitude = 4 ${SHOWN}`);
  expect(moved).toEqual(["search:buy:block:-9:37", "search:buy:block:0:1"]);
});

test("a listing that comes, is sold or goes concerns the searches of where it came to and of where it was", async () => {
  const { at, toldBy, psql, world } = await setUp();
  const insert = `INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, locality_id, published_at)
    SELECT 'sale', 'draft', 'house', 'House 1', '-', 'AUD', ${world.ashby.id}, now() FROM generate_series(1, 2)`;
  expect(await toldBy(insert)).toEqual([]);
  expect(await toldBy("UPDATE listing SET description = 'Secret' WHERE status = 'draft'")).toEqual([]);
  await psql.query("UPDATE listing SET description = '' WHERE status = 'draft'");
  expect(await toldBy("UPDATE listing SET status = 'active' WHERE status = 'draft'")).toEqual(
    all(at.ashbyOfNobody("search")),
  );
  expect(await toldBy(`UPDATE listing SET status = 'sold', sold_on = '2026-05-01' ${SHOWN}`)).toEqual(
    all(at.ashby("search"), at.ashby("search", "sold")),
  );
  expect(await toldBy(`UPDATE listing SET sold_on = '2026-05-02' ${SHOWN}`)).toEqual(
    all(at.ashby("search", "sold")),
  );
  expect(await toldBy(`DELETE FROM listing ${SHOWN}`)).toEqual(all(at.ashby("search", "sold")));
});

test("a listing that moves concerns the searches, and those for words, of both places", async () => {
  const { at, toldBy, world } = await setUp();
  expect(await toldBy(`UPDATE listing SET locality_id = ${world.calder.id} ${SHOWN}`)).toEqual(
    all(at.ashby("search"), at.calder("search"), at.ashby("search-text"), at.calder("search-text")),
  );
});

test("a suburb's new name concerns the searches for words where its listings are, and its new place the others", async () => {
  const { at, toldBy } = await setUp();
  expect(await toldBy("UPDATE locality SET name = 'Ashby Heights' WHERE slug = 'ashby'")).toEqual(
    all(at.ashby("search-text"), at.ashby("search-text", "sold"), ["search-words"]),
  );
  expect(await toldBy("UPDATE locality SET latitude = 5 WHERE slug = 'birdwood'")).toEqual(
    all(at.birdwood("search"), scopesOfNobody(at.birdwood("search", "rent"))),
  );
  expect(
    await toldBy("UPDATE locality SET postcode = '2009', slug = 'ashby-heights' WHERE slug = 'ashby'"),
  ).toEqual([]);
});

function scopesOfNobody(tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => !tag.includes(":agency:"));
}

test("an inspection that comes, changes, goes or is another listing's concerns searches for what is open where they are", async () => {
  const { at, toldBy, psql, world, database, written } = await setUp();
  const other = await insertListing(database, {
    localityId: world.birdwood.id,
    agencyId: world.otherAgency.id,
  });
  expect(await toldBy("UPDATE inspection SET ends_at = ends_at + interval '1 minute'")).toEqual(
    all(at.ashby("search-open")),
  );
  expect(await toldBy("UPDATE inspection SET ends_at = ends_at")).toEqual([]);
  expect(await toldBy(`UPDATE inspection SET listing_id = ${other.id}`)).toEqual(
    all(at.ashby("search-open"), at.birdwood("search-open")),
  );
  const insert = (id: number) =>
    `INSERT INTO inspection (listing_id, starts_at, ends_at) VALUES (${id}, '2030-01-06 01:00Z', '2030-01-06 02:00Z')`;
  expect(await toldBy(insert(world.shown.id))).toEqual(all(at.ashby("search-open")));
  expect(await toldBy(insert(world.gone.id))).toEqual([]);
  expect(await toldBy(`DELETE FROM inspection WHERE listing_id = ${other.id}`)).toEqual(
    all(at.birdwood("search-open")),
  );
  expect(await toldBy("TRUNCATE inspection")).toEqual(["listings"]);
  await psql.query(insert(world.shown.id));
  await written();
  await psql.query(`DELETE FROM listing ${SHOWN}`);
  expect((await written()).tags).toEqual(expect.arrayContaining(all(at.ashby("search"))));
});

test("an inspection of a listing that is moving, or being published, waits, and is told where the listing is then", async () => {
  const { at, psql, connect, world, written } = await setUp();
  const [other, watcher] = [await connect(), await connect()];
  const insert = (id: number) =>
    `INSERT INTO inspection (listing_id, starts_at, ends_at) VALUES (${id}, '2030-01-06 01:00Z', '2030-01-06 02:00Z')`;
  for (const { sql, id, place } of [
    {
      sql: `UPDATE listing SET locality_id = ${world.calder.id} ${SHOWN}`,
      id: world.shown.id,
      place: at.calder,
    },
    {
      sql: `UPDATE listing SET status = 'active' WHERE id = ${world.gone.id}`,
      id: world.gone.id,
      place: at.ashby,
    },
    {
      sql: `UPDATE locality SET region_id = (SELECT region_id FROM locality WHERE slug = 'calder') WHERE slug = 'ashby'`,
      id: world.gone.id,
      place: (kind: string) => [`${kind}:buy:region:${at.calder("")[3]?.split(":")[3]}`],
    },
  ]) {
    await psql.query(`BEGIN; ${sql}`);
    await written();
    const inserted = other.query(insert(id));
    while ((await watcher.query("SELECT FROM pg_locks WHERE NOT granted")).rowCount === 0);
    await psql.query("COMMIT");
    await inserted;
    expect((await written()).tags).toEqual(expect.arrayContaining([...place("search-open")]));
  }
});

test("the vocabulary that did not grow is not told", async () => {
  const { psql, toldBy } = await setUp();
  onTestFinished(async () => void (await psql.query("ROLLBACK")));
  expect(await toldBy("INSERT INTO search_word VALUES ('zanzibar', 1)")).toEqual(["search-words"]);
  expect(await toldBy("INSERT INTO search_word SELECT 'zanzibar', 1 WHERE false")).toEqual([]);
  expect(await toldBy("UPDATE search_word SET code = code")).toEqual([]);
  expect(await toldBy("DELETE FROM search_feature")).toEqual(["search-words"]);
  expect(await toldBy("TRUNCATE search_word")).toEqual(["search-words"]);
});
