import { expect, test } from "vitest";
import { setUpSearched, startWaiting } from "@/tests/support/searched-world";

const SHOWN = "WHERE external_id = '1'";
const inspect = (startsAt: string, hours = 1) =>
  `INSERT INTO inspection (listing_id, starts_at, ends_at)
   SELECT id, '${startsAt}', timestamptz '${startsAt}' + interval '${hours} hours' FROM listing ${SHOWN}`;
const ON_FRIDAY = inspect("2030-01-04T01:00Z");
const ON_SUNDAY = inspect("2030-01-06T01:00Z");
/** In Sydney a day later than in Perth. */
const AT_NIGHT = inspect("2030-01-06T14:00Z");
const RENAME = "UPDATE locality SET name = 'Newname' WHERE slug = 'ashby'";
const SET_CLOCKS = "UPDATE region SET time_zone = 'Australia/Perth' WHERE slug = 'nsw'";

/** What may happen to a listing, to its place and to its inspections while an inspection of it comes. */
const RACES: readonly string[] = [
  ON_FRIDAY,
  "UPDATE inspection SET starts_at = starts_at + interval '1 month', ends_at = ends_at + interval '1 month'",
  "DELETE FROM inspection",
  `UPDATE listing SET headline = 'Changed' ${SHOWN}`,
  `UPDATE listing SET locality_id = (SELECT min(p.id) FROM locality p WHERE slug = 'calder') ${SHOWN}`,
  `UPDATE listing SET status = 'withdrawn' ${SHOWN}`,
  RENAME,
  "UPDATE locality SET region_id = (SELECT id FROM region WHERE slug = 'wa') WHERE slug = 'ashby'",
  SET_CLOCKS,
];

test.each(RACES)("an inspection that comes while this is not committed counts: %s", async (sql) => {
  const { one, other, connect, expectRight } = await setUpSearched();
  await one.query(`BEGIN; ${sql}`);
  const inspected = await startWaiting(await connect(), other, AT_NIGHT);
  await one.query("COMMIT");
  expect(await inspected()).toBeNull();
  await expectRight();
});

test.each(RACES)("while an inspection is not committed, this takes account of it: %s", async (sql) => {
  const { one, other, connect, expectRight } = await setUpSearched();
  await one.query(`BEGIN; ${AT_NIGHT}`);
  const changed = await startWaiting(await connect(), other, sql);
  await one.query("COMMIT");
  expect(await changed()).toBeNull();
  await expectRight();
});

test("a listing is withdrawn and shown again, and its last inspection is deleted: each finds the days that there are", async () => {
  const { one, expectRight } = await setUpSearched();
  for (const sql of [
    ON_FRIDAY,
    `UPDATE listing SET status = 'withdrawn' ${SHOWN}`,
    ON_SUNDAY,
    "DELETE FROM inspection WHERE id % 2 = 0",
  ])
    await one.query(sql);
  await one.query(`UPDATE listing SET status = 'active' ${SHOWN}`);
  await expectRight();
  await one.query("DELETE FROM inspection");
  await expectRight();
});

test("two inspections of one listing that wait for its suburb do not come to wait for each other", async () => {
  const { one, other, connect, expectRight } = await setUpSearched();
  const [third, watcher] = [await connect(), await connect()];
  await one.query(`BEGIN; ${RENAME}`);
  const waiting = [
    await startWaiting(watcher, other, ON_FRIDAY),
    await startWaiting(watcher, third, ON_SUNDAY),
  ];
  await one.query("COMMIT");
  expect(await Promise.all(waiting.map((done) => done()))).toEqual([null, null]);
  await expectRight();
});

test("an inspection is not written in a snapshot that lacks those which were committed since; a listing is deleted with its own in any", async () => {
  const { one, expectRight } = await setUpSearched();
  for (const isolation of ["REPEATABLE READ", "SERIALIZABLE"]) {
    await one.query(`BEGIN ISOLATION LEVEL ${isolation}`);
    await expect(one.query(ON_FRIDAY)).rejects.toThrow(/READ COMMITTED only/);
    await one.query("ROLLBACK");
  }
  await one.query(`BEGIN ISOLATION LEVEL REPEATABLE READ; DELETE FROM listing ${SHOWN}; COMMIT`);
  await expectRight();
});

test("replication's role, a truncation and a rebuild are followed", async () => {
  const { one, expectRight } = await setUpSearched();
  await one.query("SET session_replication_role = replica");
  for (const sql of [ON_FRIDAY, SET_CLOCKS, "DELETE FROM inspection WHERE starts_at > '2030-01-05'"]) {
    await one.query(sql);
    await expectRight();
  }
  await one.query("RESET session_replication_role; TRUNCATE inspection");
  await expectRight();
  await one.query(
    `ALTER TABLE inspection DISABLE TRIGGER USER; ${ON_SUNDAY}; ALTER TABLE inspection ENABLE TRIGGER USER`,
  );
  await one.query("SELECT listing_search_rebuild()");
  await expectRight();
  expect((await one.query("SELECT FROM listing_search WHERE open_until = '2030-01-06'")).rowCount).toBe(1);
});

test("another time on the same day writes nothing to what is searched", async () => {
  const { one } = await setUpSearched();
  const read = async () => (await one.query("SELECT ctid, xmin, id FROM listing_search ORDER BY id")).rows;
  const before = await read();
  await one.query("UPDATE inspection SET kind = 'auction', starts_at = starts_at + interval '5 minutes'");
  expect(await read()).toEqual(before);
});

/** Clocks are turned at midnight in Beirut and Cairo, from one to midnight in Havana, by half an hour on Lord Howe; the days lie apart furthest in the last two. */
const ZONES = [
  ...[
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "America/Los_Angeles",
    "America/St_Johns",
    "Asia/Beirut",
    "Africa/Cairo",
  ],
  ...["America/Havana", "Pacific/Kiritimati", "Etc/GMT+12"],
];

test("a listing is open on the days of its own calendar: over midnight, up to midnight, when clocks are turned, and months apart", async () => {
  const { one, expectRight } = await setUpSearched();
  for (const zone of ZONES) {
    await one.query("UPDATE region SET time_zone = $1 WHERE slug = 'nsw'", [zone]);
    // Some of every half hour of a day and of most days of a year; many end at midnight.
    await one.query(
      `INSERT INTO inspection (listing_id, starts_at, ends_at)
       SELECT (SELECT min(id) + n % 6 FROM listing), starts_at, starts_at + (ARRAY[1, 12, 30, 60, 700, 1439])[1 + n % 6] * interval '1 minute'
         FROM (SELECT n, timestamptz '2026-02-27T00:00Z' + n * interval '90 minutes' AS starts_at FROM generate_series(0, 5000) n) drawn
        WHERE n % 13 = $1`,
      [ZONES.indexOf(zone)],
    );
    await expectRight();
    await one.query("DELETE FROM inspection WHERE id % 7 <> 0");
    await expectRight();
  }
});
