import { expect, test } from "vitest";
import type { CacheEvent } from "@/lib/cache/events";
import { AGAIN_AFTER_MS, CdnPurge } from "@/lib/http/cdn/cdn-purge";
import { EVERYTHING } from "@/lib/http/cdn/due-purges";

/** A purge with a clock of its own, to a CDN that answers when it is told to. */
function setUp() {
  let nowMs = 0;
  let wakings: { atMs: number; work: () => void }[] = [];
  const sent: (readonly string[])[] = [];
  const observed: unknown[] = [];
  let settle = { resolve() {}, reject(_error: Error) {} };
  const purge = new CdnPurge({
    host: {
      now: () => nowMs,
      after(delayMs, work) {
        const waking = { atMs: nowMs + delayMs, work };
        wakings.push(waking);
        return () => {
          wakings = wakings.filter((each) => each !== waking);
        };
      },
    },
    send(tags) {
      sent.push(tags);
      return new Promise((resolve, reject) => {
        settle = { resolve, reject };
      });
    },
    observe: (error) => observed.push(error),
  });
  return {
    purge,
    sent,
    observed,
    changed: (...tags: string[]) => purge.hear(changes(tags)),
    /** Lets so much time pass. */
    async pass(ms: number) {
      nowMs += ms;
      const due = wakings.filter(({ atMs }) => atMs <= nowMs);
      wakings = wakings.filter((each) => !due.includes(each));
      for (const { work } of due) work();
      await settled();
    },
    async answer() {
      settle.resolve();
      await settled();
    },
    async fail() {
      settle.reject(new Error("away"));
      await settled();
    },
  };
}

function changes(tags: readonly string[]): CacheEvent {
  return { kind: "changes", rows: [{ xid: 1n, tags }], version: 1 };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

test("one request is under way at a time, and what changes meanwhile goes with the next", async () => {
  const { sent, changed, pass, answer } = setUp();
  changed("listing:1");
  await pass(0);
  for (const tag of ["listing:2", "card:2", "listing:3"]) changed(tag);
  await pass(50);
  expect(sent).toEqual([["listing:1"]]);
  await answer();
  await pass(0);
  expect(sent).toEqual([["listing:1"], ["listing:2", "card:2", "listing:3"]]);
});

test("whoever changes something does not wait for the CDN", () => {
  const { sent, changed } = setUp();
  changed("listing:1");
  expect(sent).toEqual([]);
});

test("a change is told again until nothing that left before it can be on its way", async () => {
  const { sent, changed, pass, answer } = setUp();
  changed("listing:1");
  await pass(0);
  await answer();
  for (const pauseMs of AGAIN_AFTER_MS) {
    const before = sent.length;
    await pass(pauseMs - 1);
    expect(sent).toHaveLength(before);
    await pass(1);
    expect(sent).toHaveLength(before + 1);
    await answer();
  }
  await pass(60_000);
  expect(sent).toHaveLength(1 + AGAIN_AFTER_MS.length);
  expect(AGAIN_AFTER_MS.reduce((sum, pauseMs) => sum + pauseMs)).toBeGreaterThan(15_000);
});

test("a CDN that is away is asked ever more rarely, every two seconds at last, and loses nothing", async () => {
  const { sent, observed, changed, pass, fail, answer, purge } = setUp();
  changed("listing:1");
  await pass(0);
  for (const pauseMs of [100, 200, 400, 800, 1_600, 2_000, 2_000]) {
    await fail();
    changed(`listing:${pauseMs}`);
    const before = sent.length;
    await pass(pauseMs - 1);
    expect(sent).toHaveLength(before);
    await pass(1);
    expect(sent).toHaveLength(before + 1);
  }
  expect(purge.behindMs).toBe(7_100);
  await answer();
  expect(sent.at(-1)).toContain("listing:1");
  expect(sent.at(-1)).toContain("listing:1600");
  expect([purge.behindMs, observed.at(-1), observed.length]).toEqual([0, null, 8]);
});

test("everything is purged when changes may have been missed, and when another database is followed", async () => {
  const events: CacheEvent[] = [
    { kind: "floor-raised", cause: "missed" },
    { kind: "identity-changed", from: undefined, to: "a" },
    { kind: "identity-lost", identity: "a" },
  ];
  for (const event of events) {
    const { purge, sent, pass } = setUp();
    purge.hear(event);
    await pass(0);
    expect(sent).toEqual([[EVERYTHING]]);
  }
});

test("the CDN is told nothing of sessions, of tags that no answer has, and of what is no change", async () => {
  const { purge, sent, changed, pass } = setUp();
  changed("session:a1", "sessions", "account:4", "accounts", "a b", "*", "");
  purge.hear({ kind: "floor-raised", cause: "tags" });
  purge.hear({ kind: "tier-breaker", isOpen: true });
  await pass(0);
  expect(sent).toEqual([]);
});

test("after it is closed nothing is sent", async () => {
  const { purge, sent, changed, pass } = setUp();
  changed("listing:1");
  purge.close();
  changed("listing:2");
  await pass(10_000);
  expect(sent).toEqual([]);
});
