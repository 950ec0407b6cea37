import fc from "fast-check";
import { expect, test } from "vitest";
import { ChangeClock } from "@/lib/cache/change-clock";
import { NOTHING_SEEN, type Snapshot, sees } from "@/lib/cache/snapshot";
import { Chance } from "./simulation/chance";
import { Database } from "./simulation/database";

const TAGS = ["a", "b", "c"] as const;

type Stamped = {
  readonly stamp: Snapshot;
  readonly identity: string;
  readonly tags: readonly string[];
  readonly shown: number;
};

/** Two processes that tail one database, and a value loaded now and then by either; every value is judged by both after every poll. */
function follow(
  seed: number,
  limits: { tagsMax: number; xidsPerTagMax: number },
  judge: (clock: ChangeClock, value: Stamped, database: Database) => void,
) {
  const chance = new Chance(seed);
  let now = 0;
  const database = new Database(() => now);
  const clocks = [new ChangeClock(limits, () => {}), new ChangeClock(limits, () => {})];
  const open: bigint[] = [];
  const values: Stamped[] = [];
  const poll = (clock: ChangeClock) => clock.apply({ startedAtMs: now, ...database.poll(clock.seen, 0) });
  for (const clock of clocks) poll(clock);
  for (now = 1; now < 60; now++) {
    const clock = chance.of(clocks);
    const step = chance.next();
    if (step < 0.2) open.push(database.begin());
    else if (step < 0.4 && open.length > 0) database.write(chance.of(open), chance.of(TAGS));
    else if (step < 0.6 && open.length > 0) {
      const [xid] = open.splice(chance.between(0, open.length - 1), 1);
      if (xid !== undefined) chance.is(0.2) ? database.abort(xid) : database.commit(xid);
    } else if (step < 0.8) poll(clock);
    else if (step < 0.82) {
      open.length = 0;
      database.crash();
    } else values.push(stampedNow(clock, database, chance));
    for (const other of clocks) for (const value of values) judge(other, value, database);
  }
}

/** A load that begins now and reads at once: its content is what the database shows, its stamp what the process has seen. */
function stampedNow(clock: ChangeClock, database: Database, chance: Chance): Stamped {
  const tags = [...new Set([chance.of(TAGS), chance.of(TAGS)])];
  const shown = database.commits.length;
  return { stamp: clock.seen, identity: clock.identity ?? "", tags, shown };
}

/** Changes of the value's tags that the process has applied. */
function applied(clock: ChangeClock, value: Stamped, database: Database) {
  return database.commits.filter(
    ({ xid, tags }) => sees(clock.seen, xid) && tags.some((tag) => value.tags.includes(tag)),
  );
}

test("a value is never called valid when it lacks a change that was applied, however short the history", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 2 }),
      (seed, tagsMax, xidsPerTagMax) => {
        follow(seed, { tagsMax, xidsPerTagMax }, (clock, value, database) => {
          if (clock.overtakenBy(value) !== null) return;
          for (const { sequence } of applied(clock, value, database)) {
            const position = database.commits.findIndex((commit) => commit.sequence === sequence);
            expect(position).toBeLessThan(value.shown);
          }
        });
      },
    ),
    { numRuns: 100 },
  );
});

test("while the history is whole, a value is called overtaken exactly when its stamp lacks a change that was applied", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      follow(seed, { tagsMax: 100, xidsPerTagMax: 100 }, (clock, value, database) => {
        const isOvertaken = applied(clock, value, database).some(({ xid }) => !sees(value.stamp, xid));
        expect(clock.overtakenBy(value) !== null).toBe(isOvertaken);
      });
    }),
    { numRuns: 100 },
  );
});

function setUp(limits = { tagsMax: 100, xidsPerTagMax: 100 }) {
  const clock = new ChangeClock(limits, () => {});
  const apply = (parts: Partial<Parameters<ChangeClock["apply"]>[0]>) =>
    clock.apply({
      startedAtMs: 0,
      identity: "here",
      snapshot: snapshotAt(100n),
      rows: [],
      floor: NOTHING_SEEN,
      ...parts,
    });
  apply({});
  const value = (...tags: string[]) => ({ identity: clock.identity ?? "", stamp: clock.seen, tags });
  return { clock, apply, value };
}

function snapshotAt(xmax: bigint): Snapshot {
  return { xmin: xmax, xmax, inProgress: new Set() };
}

test("a poll that brings nothing leaves the version as it is", () => {
  const { clock, apply } = setUp();
  const { version } = clock;
  apply({ snapshot: snapshotAt(120n) });
  expect(clock.version).toBe(version);
  apply({ snapshot: snapshotAt(121n), rows: [{ xid: 120n, tags: ["a"] }] });
  expect(clock.version).toBeGreaterThan(version);
});

test("what is seen never reaches beyond the highest id that the journal has shown", () => {
  const { clock, apply } = setUp();
  apply({ snapshot: snapshotAt(120n), rows: [{ xid: 110n, tags: ["a"] }] });
  expect(clock.seen.xmax).toBe(111n);
});

test("the number of tags stays within its bound, and values older than a forgotten tag's last change are overtaken", () => {
  const { clock, apply, value } = setUp({ tagsMax: 2, xidsPerTagMax: 4 });
  const before = value("a");
  apply({ snapshot: snapshotAt(111n), rows: [{ xid: 110n, tags: ["a"] }] });
  const after = value("a");
  for (let xid = 111n; xid < 131n; xid++)
    apply({ snapshot: snapshotAt(xid + 1n), rows: [{ xid, tags: [`t${xid}`] }] });
  expect(clock.tagCount).toBe(2);
  expect(clock.overtakenBy(before)).toEqual({ cause: "floor", tag: null });
  expect(clock.overtakenBy(after)?.cause).toBe("floor");
  expect(clock.overtakenBy(value("a"))).toBeNull();
});

test("changes that were pruned while the process slept overtake whatever does not cover the floor", () => {
  const { clock, apply, value } = setUp();
  apply({ snapshot: snapshotAt(111n), rows: [{ xid: 110n, tags: ["a"] }] });
  const before = value("a");
  apply({ snapshot: snapshotAt(200n), floor: snapshotAt(180n) });
  expect(clock.overtakenBy(before)?.cause).toBe("floor");
  expect(clock.overtakenBy(value("a"))).toBeNull();
});

test("another database's values are overtaken, and nothing that was seen there counts", () => {
  const { clock, apply, value } = setUp();
  apply({ snapshot: snapshotAt(111n), rows: [{ xid: 110n, tags: ["a"] }] });
  const before = value("b");
  apply({ identity: "there", snapshot: snapshotAt(50n) });
  expect(clock.overtakenBy(before)?.cause).toBe("identity");
  expect(clock.seen.xmax).toBeLessThan(111n);
});

test("a database whose ids run backwards under one identity is believed no more, until its identity changes", () => {
  const { clock, apply, value } = setUp();
  apply({ startedAtMs: 1, snapshot: snapshotAt(111n), rows: [{ xid: 110n, tags: ["a"] }] });
  const before = value("b");
  apply({ startedAtMs: 2, snapshot: snapshotAt(90n) });
  apply({ startedAtMs: 3, snapshot: snapshotAt(500n) });
  expect(clock.overtakenBy(before)).not.toBeNull();
  expect(clock.polledAtMs).toBe(Number.NEGATIVE_INFINITY);
  apply({ startedAtMs: 4, identity: "restored", snapshot: snapshotAt(500n) });
  expect(clock.polledAtMs).toBe(4);
});

test("a poll that started before the clock was distrusted does not bring trust back", () => {
  const { clock, apply } = setUp();
  clock.distrust(10);
  apply({ startedAtMs: 10 });
  expect(clock.polledAtMs).toBe(Number.NEGATIVE_INFINITY);
  apply({ startedAtMs: 11 });
  expect(clock.polledAtMs).toBe(11);
});

test("a stamp that has seen a tag's latest transaction, but not one that began earlier and committed later, is overtaken", () => {
  const { clock, apply } = setUp();
  const rows = [
    { xid: 110n, tags: ["a"] },
    { xid: 111n, tags: ["a"] },
  ];
  apply({ snapshot: snapshotAt(112n), rows });
  const stamp = { xmin: 110n, xmax: 112n, inProgress: new Set([110n]) };
  expect(clock.overtakenBy({ identity: "here", stamp, tags: ["a"] })).toEqual({ cause: "tag", tag: "a" });
});
