import type { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { parseSnapshot } from "@/lib/cache/snapshot";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { followJournal } from "@/tests/support/followed-journal";

async function setUp(limits: Parameters<typeof followJournal>[1] = {}) {
  const held = await createTestDatabase();
  const psql = await connectClient(held.url);
  const followed = followJournal(held.url, limits);
  onTestFinished(async () => {
    followed.tail.close();
    await psql.end();
    await held.close();
  });
  const note = (...tags: readonly string[]) => psql.query("SELECT cache_note($1)", [tags]);
  /** Until no other database of the server has a transaction under way: one that is would count as a change that this stamp has not seen. */
  const seeAll = () =>
    expect
      .poll(
        async () => {
          await followed.tail.catchUp();
          return followed.clock.seen.inProgress.size;
        },
        { timeout: 20_000 },
      )
      .toBe(0);
  return { ...held, psql, note, seeAll, follow: () => followJournal(held.url, limits), ...followed };
}

async function connect(url: string): Promise<Client> {
  const client = await connectClient(url);
  onTestFinished(() => client.end());
  return client;
}

test("catching up means a poll that begins after it is asked for", async () => {
  const { tail, clock, note, stampFor, polls } = await setUp();
  await tail.catchUp();
  const before = stampFor("a");
  const slowPoll = tail.catchUp();
  await note("a");
  expect(await tail.catchUp()).toBe(true);
  await slowPoll;
  expect(clock.overtakenBy(before)).toEqual({ cause: "tag", tag: "a" });
  expect(clock.overtakenBy(stampFor("a"))).toBeNull();
  expect(polls).toHaveLength(3);
});

test("whoever asks while polls are under way shares the next one, and polls never overlap", async () => {
  const { tail, polls } = await setUp();
  await Promise.all(Array.from({ length: 50 }, () => tail.catchUp()));
  expect(polls).toHaveLength(2);
  const [first, second] = polls;
  expect(second?.startedAtMs).toBeGreaterThanOrEqual((first?.startedAtMs ?? 0) + (first?.tookMs ?? 0));
});

test("once started it polls by itself, sooner when woken, and not after it was closed", async () => {
  const { tail, note, clock, stampFor, polls } = await setUp({ pollEveryMs: 60_000, wakeEveryMs: 1 });
  tail.start();
  await expect.poll(() => polls.length).toBe(1);
  const before = stampFor("woken");
  await note("woken");
  tail.wake();
  await expect.poll(() => clock.overtakenBy(before)?.tag).toBe("woken");
  tail.close();
  tail.wake();
  expect(await tail.catchUp()).toBe(false);
  expect(polls).toHaveLength(2);
});

test("it goes on polling without being woken", async () => {
  const { tail, note, clock, stampFor, polls } = await setUp({ pollEveryMs: 5 });
  tail.start();
  await expect.poll(() => polls.length).toBeGreaterThan(0);
  const before = stampFor("unheard");
  await note("unheard");
  await expect.poll(() => clock.overtakenBy(before)?.tag).toBe("unheard");
});

test("a commit whose row has a lower id than one that was read before is read, too", async () => {
  const { tail, url, note, clock, stampFor } = await setUp();
  const late = await connect(url);
  await late.query("BEGIN");
  await late.query("SELECT cache_note('{late}')");
  await tail.catchUp();
  await note("early");
  await tail.catchUp();
  const before = stampFor("late");
  await late.query("COMMIT");
  await tail.catchUp();
  expect(clock.overtakenBy(before)).toEqual({ cause: "tag", tag: "late" });
});

test("what was rolled back, wholly or to a savepoint, overtakes nothing", async () => {
  const { tail, psql, clock, stampFor } = await setUp();
  await tail.catchUp();
  const before = stampFor("dropped", "back");
  await psql.query("BEGIN; SELECT cache_note('{dropped}'); ROLLBACK");
  await psql.query(
    "BEGIN; SAVEPOINT here; SELECT cache_note('{back}'); ROLLBACK TO here; SELECT cache_note('{kept}'); COMMIT",
  );
  await tail.catchUp();
  expect(clock.overtakenBy(before)).toBeNull();
  expect(clock.overtakenBy({ ...before, tags: ["kept"] })?.tag).toBe("kept");
});

test("a process that begins knows the retained journal: what another loaded is judged as that one would", async () => {
  const { tail, note, follow, stampFor } = await setUp();
  await note("old");
  await tail.catchUp();
  const [stays, falls] = [stampFor("stays", "old"), stampFor("falls")];
  await note("falls");
  const later = follow();
  onTestFinished(() => later.tail.close());
  await later.tail.catchUp();
  expect(later.clock.overtakenBy(stays)).toBeNull();
  expect(later.clock.overtakenBy(falls)).toEqual({ cause: "tag", tag: "falls" });
});

test("of a journal too long to read when it begins, a floor stands in for the rest", async () => {
  const { tail, note, url, seeAll, stampFor } = await setUp();
  await tail.catchUp();
  const old = stampFor("untouched");
  for (let n = 0; n < 10; n++) await note(`tag-${n}`);
  await seeAll();
  const recent = stampFor("untouched");
  const later = followJournal(url, { rowsMax: 3 });
  onTestFinished(() => later.tail.close());
  await later.tail.catchUp();
  expect(later.clock.overtakenBy(old)).toEqual({ cause: "floor", tag: null });
  expect(later.clock.overtakenBy(recent)).toBeNull();
});

test("a bulk of changes greater than one poll may bring overtakes everything before it, and nothing after", async () => {
  const { tail, note, clock, stampFor } = await setUp({ rowsMax: 5 });
  await tail.catchUp();
  const before = stampFor("untouched");
  for (let n = 0; n < 20; n++) await note(`bulk-${n}`);
  await tail.catchUp();
  expect(clock.overtakenBy(before)).toEqual({ cause: "floor", tag: null });
  expect(clock.overtakenBy(stampFor("bulk-1"))).toBeNull();
});

test("a bulk whose tags are more than one poll may bring is followed like one of too many rows, by who follows and by who begins", async () => {
  const { tail, psql, polls, clock, url, seeAll, stampFor } = await setUp({ bytesMax: 20_000 });
  await tail.catchUp();
  const before = stampFor("untouched");
  await psql.query(
    "SELECT cache_note(ARRAY(SELECT 'listing:' || n FROM generate_series(1, 30000) n)); SELECT cache_note('{last}')",
  );
  expect(await tail.catchUp()).toBe(true);
  expect(polls.at(-1)?.rowCount).toBeLessThan(30);
  expect(clock.overtakenBy(before)).toEqual({ cause: "floor", tag: null });
  expect(clock.overtakenBy(stampFor("listing:1", "last"))).toBeNull();
  await seeAll();
  const later = followJournal(url, { bytesMax: 20_000 });
  onTestFinished(() => later.tail.close());
  expect(await later.tail.catchUp()).toBe(true);
  expect(later.polls[0]?.rowCount).toBeLessThan(30);
  expect(later.clock.overtakenBy(before)).toEqual({ cause: "floor", tag: null });
  expect(later.clock.overtakenBy(stampFor("listing:1", "last"))).toBeNull();
});

test("a tail that slept through the retention raises its floor", async () => {
  const { tail, psql, note, clock, stampFor, events } = await setUp();
  await note("first");
  await tail.catchUp();
  const before = stampFor("pruned");
  await note("pruned");
  await psql.query("SELECT cache_journal_prune('0 s', 1000)");
  await psql.query("SELECT cache_journal_prune('0 s', 1000)");
  expect((await psql.query("SELECT FROM cache_journal")).rowCount).toBe(0);
  await tail.catchUp();
  expect(clock.overtakenBy(before)).toEqual({ cause: "floor", tag: null });
  expect(events).toContainEqual({ kind: "floor-raised", cause: "missed" });
  expect(clock.overtakenBy(stampFor("pruned"))).toBeNull();
});

test("pruning spares what was not yet visible when the mark was made, and stores the floor with what it deletes", async () => {
  const { psql, url, note } = await setUp();
  const open = await connect(url);
  await open.query("BEGIN");
  const { rows: own } = await open.query<{ xid: string }>(
    "SELECT cache_note('{open}'), pg_current_xact_id()::text AS xid",
  );
  await note("closed");
  await psql.query("SELECT cache_journal_prune('0 s', 0)");
  await open.query("COMMIT");
  await note("later");
  const { rows } = await psql.query<{ pruned: number }>(
    // The mark of a moment ago is the newest that is old enough.
    "SELECT cache_journal_prune(clock_timestamp() - (SELECT max(at) FROM cache_journal_mark), 1000) AS pruned",
  );
  expect(rows[0]?.pruned).toBeGreaterThan(0);
  const left = await psql.query<{ tag: string }>("SELECT unnest(tags) AS tag FROM cache_journal ORDER BY id");
  expect(left.rows.map(({ tag }) => tag)).toEqual(["open", "later"]);
  const state = await psql.query<{ floor: string }>("SELECT floor::text FROM cache_state");
  const floor = parseSnapshot(state.rows[0]?.floor ?? "");
  // Other databases of the cluster may have had transactions of their own open.
  expect(floor?.inProgress).toContain(BigInt(own[0]?.xid ?? 0));
});

test("pruning that is rolled back leaves the floor where it was", async () => {
  const { psql, note } = await setUp();
  await note("a");
  await psql.query("BEGIN; SELECT cache_journal_prune('0 s', 1000); ROLLBACK");
  expect((await psql.query("SELECT FROM cache_journal")).rowCount).toBeGreaterThan(0);
  expect((await psql.query<{ floor: string }>("SELECT floor::text FROM cache_state")).rows).toEqual([
    { floor: "1:1:" },
  ]);
});

test("a poll that gets no answer fails in a bounded time, and the next one has a connection of its own", async () => {
  const { tail, psql, note, clock, stampFor, polls } = await setUp({ pollTimeoutMs: 300 });
  await tail.catchUp();
  const before = stampFor("after");
  await psql.query("BEGIN; LOCK cache_state IN ACCESS EXCLUSIVE MODE");
  expect(await tail.catchUp()).toBe(false);
  expect(polls.at(-1)?.error).not.toBeNull();
  expect(polls.at(-1)?.tookMs).toBeLessThan(5_000);
  await psql.query("ROLLBACK");
  await note("after");
  expect(await tail.catchUp()).toBe(true);
  expect(clock.overtakenBy(before)?.tag).toBe("after");
});

test("after the epoch was raised every entry is another database's, and what is connected to the old one lets go first", async () => {
  const { tail, psql, clock, stampFor, left } = await setUp();
  await tail.catchUp();
  const before = stampFor("anything");
  await psql.query("UPDATE cache_state SET epoch = epoch + 1");
  expect(await tail.catchUp()).toBe(true);
  expect(left).toEqual([before.identity]);
  expect(clock.overtakenBy(before)).toEqual({ cause: "identity", tag: null });
  expect(clock.overtakenBy(stampFor("anything"))).toBeNull();
});

test("of a database that takes another's place, nothing is judged before its own journal was read", async () => {
  const { tail, psql, note, clock, stampFor } = await setUp();
  await note("changed-before");
  await tail.catchUp();
  const old = parseSnapshot("3:3:");
  if (!old) throw new Error("That is a snapshot.");
  await psql.query("UPDATE cache_state SET epoch = epoch + 1");
  await tail.catchUp();
  expect(clock.overtakenBy({ ...stampFor("changed-before"), stamp: old })).not.toBeNull();
});

test("what is seen never reaches beyond the journal, although Postgres has given out higher ids", async () => {
  const { tail, psql, note, clock } = await setUp();
  await note("a");
  for (let n = 0; n < 5; n++) await psql.query("BEGIN; SELECT pg_current_xact_id(); ROLLBACK");
  await tail.catchUp();
  const { rows } = await psql.query<{ snapshot: string; xid: string }>(
    "SELECT pg_current_snapshot()::text AS snapshot, (SELECT max(xid::text::bigint) FROM cache_journal) AS xid",
  );
  const real = parseSnapshot(rows[0]?.snapshot ?? "");
  expect(real?.xmax).toBeGreaterThan(clock.seen.xmax);
  expect(clock.seen.xmax).toBe(BigInt(rows[0]?.xid ?? 0) + 1n);
});
