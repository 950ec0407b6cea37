import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schedules } from "@/tests/support/journal-schedule";
import { JournalWorld } from "@/tests/support/journal-world";
import { type OwnPostgres, startOwnPostgres } from "@/tests/support/own-postgres";

const SCHEDULES = 60;
const PATIENCE_MS = 15_000;

let postgres: OwnPostgres;
let world: JournalWorld;
beforeAll(async () => {
  // The server of the other tests allows no prepared transactions, as Postgres by default.
  postgres = await startOwnPostgres({ settings: { max_prepared_transactions: "10", fsync: "off" } });
  world = await JournalWorld.open(postgres.url());
});
afterAll(async () => {
  await world?.close();
  await postgres?.remove();
});

// To play a failure again, give fc.assert the seed and path that it prints.
test("whatever transactions do, no value that lacks a polled change is called valid, and none is called overtaken without one", {
  timeout: 60_000,
}, async () => {
  const endAtMs = performance.now() + PATIENCE_MS;
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      // A slow machine plays fewer of them, and shrinks a failure less.
      if (performance.now() > endAtMs) return;
      await world.play(schedule);
    }),
    { numRuns: SCHEDULES },
  );
  for (const what of WHAT_HAS_TO_HAPPEN) expect([...world.met.keys()]).toContain(what);
});

/** Without these, the schedules above say less than they seem to. */
const WHAT_HAS_TO_HAPPEN = [
  "judged valid",
  "judged overtaken by tag",
  "judged overtaken by floor",
  "note below a savepoint",
  "roll-back-to-savepoint",
  "many-savepoints",
  "commit-prepared",
  "roll-back-prepared",
  "prune",
];
