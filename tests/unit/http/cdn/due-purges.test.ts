import { expect, test } from "vitest";
import { type Batch, DuePurges, EVERYTHING } from "@/lib/http/cdn/due-purges";

const LIMITS = { tagsMax: 5, batchMax: 3, againAfterMs: [100, 900] };

function setUp() {
  const due = new DuePurges(LIMITS);
  const take = (nowMs: number) => {
    const batch: Batch = due.take(nowMs) ?? new Map();
    return { batch, tags: [...batch.keys()] };
  };
  /** Takes what is due and tells it, until nothing is. */
  const tell = (nowMs: number) => {
    const told: string[][] = [];
    for (let next = take(nowMs); next.tags.length > 0; next = take(nowMs)) {
      due.settle(next.batch, nowMs);
      told.push(next.tags);
    }
    return told;
  };
  return { due, take, tell };
}

test("a changed tag is told at once, again after each pause, and then no more", () => {
  const { due, tell } = setUp();
  due.add(["a"], 0);
  expect([0, 99, 100, 999, 1_000, 9_000].map(tell)).toEqual([[["a"]], [], [["a"]], [], [["a"]], []]);
  expect(due.nextDueAtMs).toBeUndefined();
});

test("a change while its tag is being told is told after that", () => {
  const { due, take } = setUp();
  due.add(["a"], 0);
  const { batch } = take(0);
  due.add(["a"], 10);
  due.settle(batch, 20);
  expect(take(20).tags).toEqual(["a"]);
});

test("after the last of several changes a tag is told as often as after one", () => {
  const { due, tell } = setUp();
  for (const atMs of [0, 90, 180]) {
    due.add(["a"], atMs);
    expect(tell(atMs)).toEqual([["a"]]);
  }
  expect([270, 280, 1_179, 1_180].map(tell)).toEqual([[], [["a"]], [], [["a"]]]);
});

test("a batch has no more tags than it may, and those never told before the others", () => {
  const { due, tell } = setUp();
  due.add(["a", "b"], 0);
  tell(0);
  due.add(["c", "d", "e"], 100);
  expect(tell(100)).toEqual([
    ["c", "d", "e"],
    ["a", "b"],
  ]);
});

test("what was not told is due as it was", () => {
  const { due, take } = setUp();
  due.add(["a"], 0);
  take(0);
  due.giveBack();
  expect([due.nextDueAtMs, due.untoldSinceMs]).toEqual([0, 0]);
  expect(take(50).tags).toEqual(["a"]);
});

test("more tags than are remembered apart become everything, which is told as often", () => {
  const { due, tell } = setUp();
  due.add(["a", "b", "c", "d", "e", "f", "g"], 0);
  expect([0, 100, 1_000, 9_000].map(tell)).toEqual([[[EVERYTHING]], [[EVERYTHING]], [[EVERYTHING]], []]);
});

test("a tag that changes before everything was told goes with it; one that changes while it is told is told itself", () => {
  const { due, take, tell } = setUp();
  due.addEverything(0);
  due.add(["a"], 10);
  const { batch, tags } = take(10);
  expect(tags).toEqual([EVERYTHING]);
  due.add(["b"], 20);
  due.settle(batch, 30);
  expect(tell(30)).toEqual([["b"]]);
});

test("how long something has not been told counts from its first change, also when everything stands in for it", () => {
  const { due, take } = setUp();
  due.add(["a"], 5);
  due.add(["a", "b"], 50);
  expect(due.untoldSinceMs).toBe(5);
  due.addEverything(100);
  expect(due.untoldSinceMs).toBe(5);
  due.settle(take(100).batch, 120);
  expect(due.untoldSinceMs).toBeUndefined();
});

test("of a crowd of tags that never ends no more is held than may be", () => {
  const { due, take } = setUp();
  for (let n = 0; n < 1_000; n++) {
    due.add([`tag:${n}`], n);
    if (n % 7 === 0) due.settle(take(n).batch, n);
  }
  let batches = 0;
  for (let { batch } = take(5_000); batch.size > 0; { batch } = take(5_000)) {
    due.settle(batch, 5_000);
    batches++;
  }
  expect(batches).toBeLessThanOrEqual(LIMITS.tagsMax);
});
