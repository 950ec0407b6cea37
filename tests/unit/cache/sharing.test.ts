import { expect, test } from "vitest";
import type { Grant, Lease } from "@/lib/cache/tier";
import { counted, held, never, readOf, setUp } from "./set-up";

test("a thousand callers of one cold key cost one look-up and one load", async () => {
  const { cache, tierCalls } = setUp();
  const load = counted("value");
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => cache.read(readOf("a"), load.load)));
  expect(new Set(answers)).toEqual(new Set(["value"]));
  expect(load.calls()).toBe(1);
  expect(tierCalls).toEqual(["get 1", "put 1"]);
});

test("reads that begin in one turn share one look-up of the shared tier", async () => {
  const { cache, tierCalls } = setUp();
  await Promise.all(["a", "b", "c"].map((key) => cache.read(readOf(key), async () => key)));
  expect(tierCalls.filter((call) => call.startsWith("get"))).toEqual(["get 3"]);
});

test("what is kept in one process alone is neither looked for in the shared tier nor stored there, and nobody is elected to load it", async () => {
  const asked: string[] = [];
  const lease: Lease = {
    acquire: async (key) => {
      asked.push(key);
      return { kind: "holder", release: async () => {} };
    },
  };
  const { cache, tierCalls, stored, settle } = setUp({ lease });
  const load = counted("value");
  for (let read = 0; read < 2; read++)
    expect(await cache.read(readOf("a", { isLocal: true }), load.load)).toBe("value");
  await settle();
  expect(load.calls()).toBe(1);
  expect({ tierCalls, stored: [...stored.keys()], asked }).toEqual({ tierCalls: [], stored: [], asked: [] });
});

test("a batch read answers in order, from memory, the shared tier and one load of what is missing", async () => {
  const { cache, timeline, stored } = setUp();
  await cache.read(readOf("shared"), async () => "from shared");
  const other = setUp({ beside: { timeline, stored } });
  await other.cache.read(readOf("held"), async () => "from memory");
  other.tierCalls.length = 0;
  const asked: string[][] = [];
  const reads = ["new 1", "held", "shared", "new 2"].map((key) => readOf(key));
  const answers = other.cache.readMany(reads, async (missing) => {
    asked.push(missing.map(({ key }) => key));
    return missing.map(({ key }) => `loaded ${key}`);
  });
  await other.settle();
  expect(await answers).toEqual(["loaded new 1", "from memory", "from shared", "loaded new 2"]);
  expect(asked).toEqual([["new 1", "new 2"]]);
  expect(other.tierCalls[0]).toBe("get 3");
});

test("what a batch load depends on counts for each of its values", async () => {
  const { cache, change, settle } = setUp();
  const answers = cache.readMany([readOf("a"), readOf("b")], async (missing, { addTags }) => {
    addTags("common");
    return missing.map(() => "old");
  });
  await settle();
  await answers;
  change("common");
  expect(await cache.read(readOf("b"), async () => "new")).toBe("new");
});

test("a batch load takes one place in the bulkhead, however many values are missing, renewals included", async () => {
  const { cache, settle, pass } = setUp({ limits: { loadsMax: 1 } });
  const reads = Array.from({ length: 20 }, (_, key) => readOf(`${key}`));
  const load = async (missing: readonly unknown[]) => missing.map(() => "value");
  const answers = cache.readMany(reads, load);
  await settle();
  expect(await answers).toHaveLength(20);
  await pass(11_000);
  await cache.readMany(reads, load);
  await settle();
  await settle();
  expect(cache.size.flights).toBe(0);
});

test("of several processes one loads, and the others take its entry", async () => {
  const first = setUp();
  const holders = new Map<string, () => void>();
  const lease = leaseFor(holders);
  let elections = 0;
  const counting: Lease = {
    acquire: (key) => {
      elections++;
      return lease.acquire(key);
    },
  };
  const { timeline, stored } = first;
  const processes = Array.from({ length: 4 }, () => setUp({ lease: counting, beside: { timeline, stored } }));
  const slow = held("value");
  const load = counted("never");
  const answers = processes.map(({ cache }, index) =>
    cache.read(readOf("a"), index === 0 ? slow.load : load.load),
  );
  await first.settle();
  slow.release();
  expect(await Promise.all(answers)).toEqual(["value", "value", "value", "value"]);
  expect([load.calls(), elections]).toEqual([0, 4]);
});

test("a process that waits for another's load waits for a bounded time, then loads itself", async () => {
  const lease: Lease = { acquire: async () => ({ kind: "other", released: new Promise(() => {}) }) };
  const { cache, timeline } = setUp({ lease });
  const answer = cache.read(readOf("a"), async () => "own");
  await timeline.runUntil(2_000);
  expect(await answer).toBe("own");
});

test("a lease that is given is given back, also when the load fails", async () => {
  let releases = 0;
  const grant: Grant = {
    kind: "holder",
    release: async () => {
      releases++;
    },
  };
  const { cache, settle } = setUp({ lease: { acquire: async () => grant } });
  await cache.read(readOf("a"), async () => "value");
  await expect(cache.read(readOf("b"), never)).rejects.toThrow();
  await settle();
  expect(releases).toBe(2);
});

test("a lease that is granted after nobody waits for it any more is given back at once", async () => {
  const grant = held<Grant>({ kind: "holder", release: async () => void releases++ });
  let releases = 0;
  const { cache, timeline, settle } = setUp({
    lease: { acquire: grant.load },
    limits: { tierTimeoutMs: 50 },
  });
  const answer = cache.read(readOf("a"), async () => "value");
  await timeline.runUntil(60);
  expect(await answer).toBe("value");
  expect(releases).toBe(0);
  grant.release();
  await settle();
  expect(releases).toBe(1);
});

test("a lease is given back also when the tier was switched off during the load", async () => {
  let releases = 0;
  const grant: Grant = { kind: "holder", release: async () => void releases++ };
  const { cache, settle } = setUp({ lease: { acquire: async () => grant } });
  const slow = held("value");
  const answer = cache.read(readOf("a"), slow.load);
  await settle();
  cache.switchTier("shared", false);
  slow.release();
  await answer;
  await settle();
  expect(releases).toBe(1);
});

test("an outer entry depends on what its load read from the cache, whether that was loaded, held or joined", async () => {
  const { cache, change } = setUp();
  const outer = (inner: string) =>
    cache.read(
      readOf("outer", { tags: [] }),
      async () => `outer of ${await cache.read(readOf("inner"), async () => inner)}`,
    );
  await cache.read(readOf("inner"), async () => "first");
  expect(await outer("unused")).toBe("outer of first");
  change("inner");
  expect(await outer("second")).toBe("outer of second");
  change("inner");
  expect(await outer("third")).toBe("outer of third");
});

test("an outer entry is as good as new although what it read was loaded under an older stamp", async () => {
  const { cache, change } = setUp();
  await cache.read(readOf("inner"), async () => "inner");
  change("outer");
  await cache.read(readOf("outer"), () => cache.read(readOf("inner"), never));
  expect(await cache.read(readOf("outer"), never)).toBe("inner");
});

test("an outer entry lives no longer than what it read", async () => {
  const { cache, pass } = setUp();
  await cache.read(readOf("inner"), async () => "inner");
  await pass(9_000);
  await cache.read(readOf("outer"), () => cache.read(readOf("inner"), never));
  expect(await cache.readWithProvenance(readOf("outer"), never)).toMatchObject({ expiresInMs: 1_000 });
});

test("what was made from something stale says so and is not kept", async () => {
  const { cache, change } = setUp();
  await cache.read(readOf("inner"), async () => "old");
  change("inner");
  const outer = () => cache.read(readOf("inner"), never);
  expect(await cache.readWithProvenance(readOf("outer"), outer)).toMatchObject({
    value: "old",
    staleCause: "error",
  });
  expect(await cache.read(readOf("outer"), async () => "fresh")).toBe("fresh");
});

test("a load that reads itself fails at once instead of waiting for itself", async () => {
  const { cache } = setUp();
  const load = (): Promise<string | null> => cache.read(readOf("a"), load);
  await expect(cache.read(readOf("a"), load)).rejects.toThrow("wait for itself");
});

test("a read inside an open write transaction neither uses the cache nor fills it", async () => {
  const { cache, tierCalls } = setUp();
  await cache.read(readOf("a"), async () => "committed");
  tierCalls.length = 0;
  expect(await cache.writing(() => cache.read(readOf("a"), async () => "uncommitted"))).toBe("uncommitted");
  expect(await cache.writing(() => cache.read(readOf("b"), async () => "uncommitted"))).toBe("uncommitted");
  expect(tierCalls).toEqual([]);
  expect(await cache.read(readOf("a"), never)).toBe("committed");
  expect(await cache.read(readOf("b"), async () => "committed")).toBe("committed");
});

test("a load that opened a write transaction is not kept", async () => {
  const { cache } = setUp();
  await cache.read(readOf("a"), () => cache.writing(async () => "uncommitted"));
  expect(await cache.read(readOf("a"), async () => "committed")).toBe("committed");
});

test("what memory holds is answered without a promise on demand, and only then", async () => {
  const { cache } = setUp();
  expect(cache.readHeld(readOf("a"), never)).toBeUndefined();
  await cache.read(readOf("a"), async () => "value");
  expect(cache.readHeld(readOf("a"), never)).toMatchObject({
    value: "value",
    tier: "memory",
    isStale: false,
  });
});

/** A lease shared by the processes that are given it. */
function leaseFor(holders: Map<string, () => void>): Lease {
  const waits = new Map<string, Promise<void>>();
  return {
    acquire: async (key) => {
      const released = waits.get(key);
      if (released !== undefined) return { kind: "other", released };
      waits.set(key, new Promise((resolve) => holders.set(key, resolve)));
      const release = async () => {
        waits.delete(key);
        holders.get(key)?.();
      };
      return { kind: "holder", release };
    },
  };
}
