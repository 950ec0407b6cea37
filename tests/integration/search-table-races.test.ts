import { expect, test } from "vitest";
import { PLACE_COLUMNS } from "@/tests/support/listing-writers";
import { setUpSearched, startWaiting } from "@/tests/support/searched-world";

const SHOWN = "WHERE external_id = '1'";
const RENAME = "UPDATE locality SET name = 'Newname', latitude = 5 WHERE slug = 'ashby'";
const RENAMED = "UPDATE locality SET name = 'Newname', latitude = 5 WHERE slug = 'birdwood'";
const MOVE = `UPDATE listing SET locality_id = (SELECT id FROM locality WHERE slug = 'birdwood') ${SHOWN}`;
const DELETE = `DELETE FROM listing ${SHOWN}`;
const INSERT = `INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, locality_id, published_at)
   SELECT 'rent', 'active', 'unit', 'Just in', '-', 'AUD', id, now() FROM locality WHERE slug = 'ashby'`;
/** What may happen to a listing of Ashby while Ashby is renamed. */
const RACES: readonly string[] = [
  `UPDATE listing SET headline = 'Changed' ${SHOWN}`,
  `UPDATE listing SET hide_street = true ${SHOWN}`,
  `UPDATE listing SET price_low = 1, price_high = 1 ${SHOWN}`,
  `UPDATE listing SET status = 'withdrawn' ${SHOWN}`,
  `UPDATE listing SET status = 'active' WHERE status = 'withdrawn'`,
  MOVE,
  DELETE,
  INSERT,
];

test.each(RACES)("a suburb that is renamed while this is not committed: %s", async (sql) => {
  const { one, other, connect, expectRight } = await setUpSearched();
  await one.query(`BEGIN; ${sql}`);
  const renamed = await startWaiting(await connect(), other, RENAME);
  await one.query("COMMIT");
  expect(await renamed()).toBeNull();
  await expectRight();
});

test.each(RACES)("while a suburb's new name is not committed: %s", async (sql) => {
  const { one, other, connect, expectRight } = await setUpSearched();
  await one.query(`BEGIN; ${RENAME}`);
  const changed = await startWaiting(await connect(), other, sql);
  await one.query("COMMIT");
  expect(await changed()).toBeNull();
  await expectRight();
});

test("a suburb to which a listing is moving is not renamed before it is there", async () => {
  const { one, other, connect, expectRight } = await setUpSearched();
  await one.query(`BEGIN; ${MOVE}`);
  const renamed = await startWaiting(await connect(), other, RENAMED);
  await one.query("COMMIT");
  expect(await renamed()).toBeNull();
  await expectRight();
});

test("a suburb that replication's role deletes and writes again is held like any other", async () => {
  const { one, other, connect, expectRight } = await setUpSearched();
  const third = await connect();
  await one.query(`BEGIN; CREATE TEMPORARY TABLE kept AS SELECT ${PLACE_COLUMNS} FROM locality WHERE slug = 'ashby'; UPDATE kept SET name = 'Other';
    SET LOCAL session_replication_role = replica; DELETE FROM locality WHERE slug = 'ashby';
    INSERT INTO locality (${PLACE_COLUMNS}) SELECT * FROM kept`);
  await other.query("BEGIN");
  const deleted = await startWaiting(third, other, DELETE);
  await one.query("COMMIT");
  expect(await deleted()).toBeNull();
  const renamed = await startWaiting(third, one, RENAME);
  await other.query("COMMIT");
  expect(await renamed()).toBeNull();
  await expectRight();
});

test("a suburb is not renamed in a snapshot that lacks listings which were committed since; its postcode may change", async () => {
  const { one, other, expectRight } = await setUpSearched();
  for (const isolation of ["REPEATABLE READ", "SERIALIZABLE"]) {
    await one.query(`BEGIN ISOLATION LEVEL ${isolation}; SELECT FROM locality`);
    await other.query(INSERT);
    await one.query("UPDATE locality SET postcode = '2002' WHERE slug = 'ashby'");
    await expect(one.query(RENAME)).rejects.toThrow(/READ COMMITTED only/);
    await one.query("ROLLBACK");
  }
  await expectRight();
});
