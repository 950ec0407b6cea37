import { expect, onTestFinished, test } from "vitest";
import { parseSnapshot, sees } from "@/lib/cache/snapshot";
import { connectClient } from "@/lib/platform/postgres-client";
import { followJournal } from "@/tests/support/followed-journal";
import { type OwnPostgres, startOwnPostgres } from "@/tests/support/own-postgres";

const PATIENCE = 120_000;

async function setUp() {
  // Nothing is written to disk but what a commit waits for.
  const postgres = await startOwnPostgres({ settings: { wal_writer_delay: "10s" } });
  onTestFinished(() => postgres.remove());
  const followed = followJournal(postgres.url());
  onTestFinished(() => followed.tail.close());
  const note = (tag: string) => postgres.ask("SELECT cache_note(ARRAY[$1])", [tag]);
  return { postgres, note, ...followed };
}

/** Transactions that take an id and end before anything of them is on disk. */
async function takeIds(postgres: OwnPostgres, count: number): Promise<void> {
  const client = await connectClient(postgres.url());
  for (let n = 0; n < count; n++) {
    await client.query("BEGIN");
    await client.query("SELECT pg_current_xact_id()");
    await client.query("ROLLBACK");
  }
  await client.end();
}

test(
  "ids that a crash gives out again are not taken for seen",
  async () => {
    const { postgres, tail, clock, note, stampFor } = await setUp();
    await note("before");
    await takeIds(postgres, 5);
    await tail.catchUp();
    const [row] = await postgres.ask<{ snapshot: string }>("SELECT pg_current_snapshot()::text AS snapshot");
    const unclamped = parseSnapshot(row?.snapshot ?? "");
    if (!unclamped) throw new Error("Postgres gave no snapshot.");
    const stamp = stampFor("after");
    await postgres.crash();
    await postgres.start();
    await note("after");
    const [change] = await postgres.ask<{ xid: string }>(
      "SELECT xid::text FROM cache_journal WHERE 'after' = ANY (tags)",
    );
    const xid = BigInt(change?.xid ?? 0);
    // The fault that this is about has happened: who believed the snapshot would hold the change for seen.
    expect(xid).toBeLessThan(unclamped.xmax);
    expect(sees({ ...unclamped, inProgress: new Set() }, xid)).toBe(true);
    expect(sees(stamp.stamp, xid)).toBe(false);
    const later = followJournal(postgres.url());
    onTestFinished(() => later.tail.close());
    expect(await later.tail.catchUp()).toBe(true);
    expect(later.clock.overtakenBy(stamp)).toEqual({ cause: "tag", tag: "after" });
    expect(clock.identity).toBe(later.clock.identity);
  },
  PATIENCE,
);

test(
  "a standby is not followed; once promoted it is another database",
  async () => {
    const { postgres, note, tail, clock } = await setUp();
    await note("before");
    await tail.catchUp();
    const { identity } = clock;
    await postgres.stop();
    postgres.becomeStandby();
    await postgres.start();
    const followed = followJournal(postgres.url());
    onTestFinished(() => followed.tail.close());
    expect(await followed.tail.catchUp()).toBe(false);
    expect(String(followed.polls.at(-1)?.error)).toMatch(/standby/);
    await postgres.ask("SELECT pg_promote()");
    await expect.poll(() => followed.tail.catchUp(), { timeout: 20_000 }).toBe(true);
    expect(followed.clock.identity).not.toBe(identity);
  },
  PATIENCE,
);

test(
  "a restored database is believed by nobody who knew it until the epoch is raised, and then is another one",
  async () => {
    const { postgres, note, tail, clock, events, stampFor } = await setUp();
    await note("before");
    await postgres.stop();
    const restore = postgres.copy();
    await postgres.start();
    for (let n = 0; n < 20; n++) await note("lost");
    expect(await tail.catchUp()).toBe(true);
    const stamp = stampFor("anything");
    await postgres.stop();
    restore();
    await postgres.start();
    // The first poll finds the old connection gone.
    await tail.catchUp();
    expect(await tail.catchUp()).toBe(false);
    expect(events).toContainEqual({ kind: "identity-lost", identity: stamp.identity });
    expect(clock.overtakenBy(stamp)).toEqual({ cause: "identity", tag: null });
    await postgres.ask("UPDATE cache_state SET epoch = epoch + 1");
    expect(await tail.catchUp()).toBe(true);
    expect(clock.identity).not.toBe(stamp.identity);
  },
  PATIENCE,
);
