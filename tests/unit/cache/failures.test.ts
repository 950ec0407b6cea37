import { expect, test } from "vitest";
import type { Tier } from "@/lib/cache/tier";
import { counted, held, never, readOf, setUp } from "./set-up";

const broken = () => Promise.reject(new Error("away"));
const hanging = () => new Promise<never>(() => {});

test.each<[string, Tier]>([
  ["fails", { getMany: broken, put: broken, delete: broken }],
  [
    "throws at once",
    {
      getMany: () => {
        throw new Error("away");
      },
      put: broken,
      delete: broken,
    },
  ],
  ["hangs", { getMany: hanging, put: hanging, delete: hanging }],
])("a shared tier that %s fails no read, costs no more than its limit, and is reported", async (_, tier) => {
  const { cache, timeline, kinds } = setUp({ tier });
  const answer = cache.read(readOf("a"), async () => "value");
  await timeline.runUntil(50);
  expect(await answer).toBe("value");
  await timeline.runUntil(100);
  expect(kinds("tier-failed").length).toBeGreaterThan(0);
});

test("a tier that failed several times in a row is left alone for a while, then tried by one call", async () => {
  let calls = 0;
  const probe = held<readonly unknown[]>([undefined]);
  const getMany = () => {
    calls++;
    return calls <= 2 ? broken() : probe.load();
  };
  const { cache, pass, settle, kinds } = setUp({
    tier: { getMany, put: broken },
    limits: { tierFailuresMax: 3 },
  });
  for (let key = 0; key < 10; key++) await cache.read(readOf(`${key}`), async () => "value");
  expect(calls).toBe(2);
  await pass(1_000);
  const tried = cache.read(readOf("20"), async () => "value");
  await settle();
  expect(await cache.read(readOf("21"), async () => "value")).toBe("value");
  expect(calls).toBe(3);
  probe.release();
  expect(await tried).toBe("value");
  expect(kinds("tier-breaker")).toMatchObject([{ isOpen: true }, { isOpen: false }]);
});

test.each<[string, unknown]>([
  ["noise", "\u0000"],
  ["nothing of an entry", {}],
  ["null", null],
  ["another key's entry", { key: "other" }],
  ["a stamp that is none", { stamp: "9:1:" }],
  ["tags that are none", { tags: "a" }],
  ["a life without end", { usableUntilMs: null }],
  ["a load in the far future", { loadedAtMs: 1e12 }],
  ["a value of another shape", { value: 42 }],
])("%s in the shared tier is a miss and is reported", async (_, lie) => {
  const { cache, timeline, stored } = setUp();
  await cache.read(readOf("a"), async () => "old");
  for (const [key, text] of stored) {
    const isPart = typeof lie === "object" && lie !== null && Object.keys(lie).length > 0;
    stored.set(key, JSON.stringify(isPart ? { ...JSON.parse(text), ...lie } : lie));
  }
  const other = setUp({ beside: { timeline, stored } });
  expect(await other.cache.read(readOf("a"), async () => "truth")).toBe("truth");
  expect(other.kinds("tier-failed")).toMatchObject([{ cause: "garbage" }]);
});

test("when a load fails, what was held answers, marked stale; without it, the failure does", async () => {
  const { cache, change } = setUp();
  await cache.read(readOf("a"), async () => "old");
  change("a");
  const failing = () => Promise.reject(new Error("Postgres is away"));
  expect(await cache.readWithProvenance(readOf("a"), failing)).toMatchObject({
    value: "old",
    staleCause: "error",
  });
  await expect(cache.read(readOf("b"), failing)).rejects.toThrow("Postgres is away");
});

test("an entry of the shared tier that is out of date answers, marked stale, when the load fails", async () => {
  const { cache, timeline, stored } = setUp();
  await cache.read(readOf("a"), async () => "old");
  const other = setUp({ beside: { timeline, stored } });
  other.change("b");
  other.change("a");
  expect(await other.cache.readWithProvenance(readOf("a"), never)).toMatchObject({
    value: "old",
    staleCause: "error",
  });
});

test("a slow load lets the stale value answer at the soft limit, and is kept when it comes", async () => {
  const { cache, change, timeline, poll, settle } = setUp();
  await cache.read(readOf("a"), async () => "old");
  change("a");
  const slow = held("new");
  const answer = cache.readWithProvenance(readOf("a"), slow.load);
  await timeline.runUntil(1_000);
  expect(await answer).toMatchObject({ value: "old", staleCause: "slow" });
  slow.release();
  await settle();
  poll();
  expect(await cache.read(readOf("a"), never)).toBe("new");
});

test("a load that outlives the hard limit has failed, is told so, and is not kept when it comes after all", async () => {
  const { cache, timeline, poll, settle } = setUp();
  const slow = held("late");
  const signals: AbortSignal[] = [];
  const answer = cache.read(readOf("a"), ({ signal }) => {
    signals.push(signal);
    return slow.load();
  });
  const failure = expect(answer).rejects.toThrow("10000 ms");
  await timeline.runUntil(10_000);
  await failure;
  expect(signals[0]?.aborted).toBe(true);
  slow.release();
  await settle();
  poll();
  expect(await cache.read(readOf("a"), async () => "new")).toBe("new");
});

test("a load that answers undefined is a mistake and says so", async () => {
  const { cache } = setUp();
  const load = async () => undefined as unknown as string;
  await expect(cache.read(readOf("a"), load)).rejects.toThrow("null is what says that there is none");
});

test("whoever observes can't fail a read", async () => {
  const { cache } = setUp({
    observe: () => {
      throw new Error("the sink is full");
    },
  });
  expect(await cache.read(readOf("a"), async () => "value")).toBe("value");
  expect(await cache.read(readOf("a"), never)).toBe("value");
});

test("a tier that is switched off is neither read nor written, and what it held is judged when it is back", async () => {
  const { cache, tierCalls, change, settle } = setUp();
  await cache.read(readOf("a"), async () => "old");
  await settle();
  cache.switchTier("memory", false);
  cache.switchTier("shared", false);
  tierCalls.length = 0;
  const load = counted("new");
  await cache.read(readOf("a"), load.load);
  expect([load.calls(), tierCalls]).toEqual([1, []]);
  change("a");
  cache.switchTier("memory", true);
  expect(await cache.read(readOf("a"), load.load)).toBe("new");
});

test("after a failed renewal the next one waits", async () => {
  const { cache, pass, settle } = setUp();
  await cache.read(readOf("a"), async () => "old");
  await pass(11_000);
  let tries = 0;
  const failing = async () => {
    tries++;
    throw new Error("away");
  };
  for (let count = 0; count < 3; count++) {
    await cache.read(readOf("a"), failing);
    await settle();
  }
  expect(tries).toBe(1);
  await pass(1_000);
  await cache.read(readOf("a"), failing);
  await settle();
  expect(tries).toBe(2);
});
