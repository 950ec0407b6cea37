import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { slugify } from "@/lib/slug";
import { insertListing } from "@/tests/support/listings";
import { readWords } from "@/tests/support/search-table";
import { setUpSearched } from "@/tests/support/searched-world";

const SHOWN = "WHERE external_id = '1'";

test("a change of what is not searched writes nothing to the table, and a price none of the words", async () => {
  const { one } = await setUpSearched();
  const rows = async () =>
    (await one.query("SELECT ctid, xmin, listing_search::text FROM listing_search ORDER BY id")).rows;
  const before = await rows();
  for (const set of [
    ...[
      "headline = headline",
      "price_display = 'Soon'",
      "floor_area_m2 = 9",
      "version = 9",
      "status = 'under_offer'",
    ],
    ...["description = description || ' .'", "features = features || ARRAY['Lemon-tree!']"],
  ])
    await one.query(`UPDATE listing SET ${set} ${SHOWN}`);
  await one.query("UPDATE locality SET postcode = '2003', name = name");
  expect(await rows()).toEqual(before);
  await one.query("SET track_functions = 'all'; BEGIN");
  await one.query(
    `UPDATE listing SET price_low = 1, price_high = 2, bedrooms = 7, agency_id = NULL ${SHOWN}`,
  );
  const { rows: called } = await one.query(
    "SELECT funcname FROM pg_stat_xact_user_functions WHERE funcname IN ('search_words', 'listing_search_write_facts')",
  );
  await one.query("COMMIT");
  expect(called).toEqual([{ funcname: "listing_search_write_facts" }]);
});

test("a region's new name, and a suburb's new region, are told with the features of their listings", async () => {
  const { one, expectRight } = await setUpSearched();
  await one.query("UPDATE region SET slug = 'south-wales' WHERE slug = 'nsw'");
  await expectRight();
  await one.query(
    "UPDATE locality SET region_id = (SELECT id FROM region WHERE slug = 'vic') WHERE slug = 'ashby'",
  );
  await expectRight();
});

test("whatever listing the database takes, the search takes", async () => {
  const { one, world, expectRight } = await setUpSearched();
  const insert = (columns: string, values: string) =>
    one.query(
      `INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, locality_id, published_at, ${columns})
       VALUES ('sale', 'active', 'land', 'x', '-', 'ZZZ', ${world.ashby.id}, 'infinity', ${values})`,
    );
  await insert("description", "repeat('word ', 250000) || repeat('longword', 200000)");
  await insert("description", "(SELECT string_agg(n::text, ' ') FROM generate_series(1, 5000) n)");
  await insert("features", "ARRAY[NULL, '', '—', repeat('long ', 100000), 'Swimming pool', 'swimming-pool']");
  await insert("features", "ARRAY[ARRAY['one', 'two'], ARRAY['two', 'three']]");
  await insert("land_area_m2, bathrooms, bedrooms, parking", "1e308, 99, 99, 999");
  await insert("land_area_m2, price_low, price_high", "1e-300, 9223372036854775807, 9223372036854775807");
  const { rows } = await one.query(
    "SELECT max(land_m2) AS land, max(bathrooms) AS baths FROM listing_search",
  );
  expect(rows).toEqual([{ land: "9000000000000000", baths: 9900 }]);
  await one.query("DELETE FROM listing WHERE cardinality(features) <> 0 AND price_currency = 'ZZZ'");
  await expectRight();
});

test("words and features are read from a text as keywords are, and as a search's features are", async () => {
  const { one } = await setUpSearched();
  const letters = fc.constantFrom(..."aZé'’‘-./ 09ﬁⅫÅ½²ёж京🏡\n\t—", "e\u0301", "THE", "houses");
  const texts = fc.sample(fc.string({ unit: letters, maxLength: 60 }), 2000);
  const { rows } = await one.query<{ text: string; words: string[]; slug: string }>(
    "SELECT text, search_words(text) AS words, feature_slug(text) AS slug FROM unnest($1::text[]) text",
    [texts],
  );
  for (const { text, words, slug } of rows) {
    expect({ text, words: words.filter((word) => word.length <= 40) }).toEqual({
      text,
      words: readWords(text),
    });
    expect({ text, slug }).toEqual({ text, slug: slugify(text) });
  }
});

test("each word has one stem, or none: a flat's number is two words, and figures with letters are one", async () => {
  const { one } = await setUpSearched();
  const { rows } = await one.query(
    "SELECT search_stems('503/170, the 4e5x houses') AS stems, search_stems('the of a') AS none, search_stem('houses') AS one",
  );
  expect(rows).toEqual([{ stems: ["170", "4e5x", "503", "hous"], none: [], one: "hous" }]);
});

test("a role that may only write listings, replication's role, and a truncation are followed", async () => {
  const { one, world, expectRight } = await setUpSearched();
  const role = `searched_${process.pid}_${world.shown.id}`;
  await one.query(
    `CREATE ROLE ${role}; GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON listing TO ${role}`,
  );
  onTestFinished(async () => void (await one.query(`RESET ROLE; DROP OWNED BY ${role}; DROP ROLE ${role}`)));
  await one.query(
    `SET ROLE ${role}; UPDATE listing SET headline = 'By a service called Zanzibar' ${SHOWN}; RESET ROLE`,
  );
  await expectRight();
  await one.query(
    `SET session_replication_role = replica; DELETE FROM listing ${SHOWN}; RESET session_replication_role`,
  );
  await expectRight();
  await one.query("TRUNCATE listing CASCADE");
  await expectRight();
  expect((await one.query("SELECT FROM listing_search")).rowCount).toBe(0);
});

test("after the triggers were off, one call puts everything right", async () => {
  const { one, database, world, expectRight } = await setUpSearched();
  await one.query("ALTER TABLE listing DISABLE TRIGGER USER");
  await one.query(`UPDATE listing SET headline = 'Unheard of', bedrooms = NULL ${SHOWN}`);
  await one.query("DELETE FROM listing WHERE status = 'sold'");
  await insertListing(database, { localityId: world.calder.id, headline: "Unseen" });
  await one.query("ALTER TABLE listing ENABLE TRIGGER USER");
  const { rows } = await one.query(
    "SELECT listing_search_rebuild()::int AS listings, (SELECT count(*)::int FROM listing WHERE channel IS NOT NULL) AS shown",
  );
  expect(rows[0]?.listings).toBe(rows[0]?.shown);
  await expectRight();
});

test("a session that wrote to an empty portal still looks words up when there are many", async () => {
  const { one, world } = await setUpSearched();
  await one.query("TRUNCATE listing, search_word CASCADE");
  await one.query("ANALYZE listing, search_word, listing_search");
  const add = (from: number, to: number) =>
    one.query(
      `INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, locality_id, published_at)
       SELECT 'sale', 'active', 'house', format('word%s', n), '-', 'AUD', $3, now() FROM generate_series($1::int, $2::int) n`,
      [from, to, world.ashby.id],
    );
  await add(1, 1);
  await add(2, 2_000);
  const read = async () => {
    const { rows } = await one.query<{ rows: number }>(
      `SELECT sum(seq_tup_read + idx_tup_fetch)::int AS rows FROM pg_stat_xact_user_tables
        WHERE relname IN ('search_word', 'search_feature', 'listing_search', 'listing', 'locality')`,
    );
    return rows[0]?.rows ?? Number.NaN;
  };
  await one.query("BEGIN");
  const before = await read();
  await add(5_000, 5_000);
  expect((await read()) - before).toBeLessThan(50);
  await one.query("COMMIT");
});
