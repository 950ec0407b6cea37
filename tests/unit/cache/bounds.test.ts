import { expect, test } from "vitest";
import { LoadRefusedError } from "@/lib/cache/load-slots";
import { held, never, readOf, setUp } from "./set-up";

test("a flood of distinct keys leaves memory within its entries and bytes", async () => {
  const { cache } = setUp({ limits: { entriesMax: 50, bytesMax: 20_000 } });
  for (let key = 0; key < 2_000; key++)
    await cache.read(readOf(`${key}`), async () => "x".repeat(key % 1_000));
  expect(cache.size.entries).toBeLessThanOrEqual(50);
  expect(cache.size.bytes).toBeLessThanOrEqual(20_000);
  expect(cache.size.entries).toBeGreaterThan(5);
});

test("a value above its limit of bytes, or with too many tags, answers but is not kept", async () => {
  const { cache, kinds } = setUp({ limits: { entryBytesMax: 1_000, tagsPerEntryMax: 3 } });
  await cache.read(readOf("large"), async () => "x".repeat(2_000));
  await cache.read(readOf("wide"), async ({ addTags }) => {
    addTags("1", "2", "3");
    return "value";
  });
  expect(kinds("not-stored")).toMatchObject([{ cause: "size" }, { cause: "tags" }]);
  expect(cache.size.entries).toBe(0);
});

test("what was made from a value with too many tags is not kept either", async () => {
  const { cache } = setUp({ limits: { tagsPerEntryMax: 3 } });
  const inner = () =>
    cache.read(readOf("wide"), async ({ addTags }) => {
      addTags("1", "2", "3");
      return "value";
    });
  await cache.read(readOf("outer", { tags: [] }), inner);
  expect(cache.size.entries).toBe(0);
});

test("the origin is asked for no more loads at once than it can carry", async () => {
  const { cache, settle } = setUp({ limits: { loadsMax: 3 } });
  const gate = held("value");
  let running = 0;
  let most = 0;
  const answers = Array.from({ length: 20 }, (_, key) =>
    cache.read(readOf(`${key}`), async () => {
      most = Math.max(most, ++running);
      const value = await gate.load();
      running--;
      return value;
    }),
  );
  await settle();
  gate.release();
  await Promise.all(answers);
  expect(most).toBe(3);
});

test("when too many loads wait, or one waits too long, the read fails and says so", async () => {
  const { cache, timeline, settle } = setUp({ limits: { loadsMax: 1, loadWaitsMax: 1 } });
  const gate = held("value");
  const first = cache.read(readOf("1"), gate.load);
  await settle();
  const second = expect(cache.read(readOf("2"), never)).rejects.toThrow("5000 ms");
  await settle();
  await expect(cache.read(readOf("3"), never)).rejects.toBeInstanceOf(LoadRefusedError);
  await timeline.runUntil(5_000);
  await second;
  gate.release();
  await first;
});

test("loads inside loads need no place of their own, so that they can't wait for each other", async () => {
  const { cache, settle } = setUp({ limits: { loadsMax: 1 } });
  const answer = cache.read(readOf("outer"), () => cache.read(readOf("inner"), async () => "value"));
  await settle();
  expect(await answer).toBe("value");
});

test("beyond the limit of flights a read is refused at once, or answered with what is held, marked stale", async () => {
  const { cache, change, settle } = setUp({ limits: { flightsMax: 2 } });
  await cache.read(readOf("held"), async () => "old");
  await settle();
  change("held");
  const gate = held("value");
  const answers = ["1", "2"].map((key) => cache.read(readOf(key), gate.load));
  await settle();
  await expect(cache.read(readOf("3"), never)).rejects.toBeInstanceOf(LoadRefusedError);
  expect(await cache.readWithProvenance(readOf("held"), never)).toMatchObject({
    value: "old",
    isStale: true,
  });
  gate.release();
  await Promise.all(answers);
});

test("no more entries are renewed at once than the limit says", async () => {
  const { cache, pass, settle, kinds } = setUp({ limits: { renewalsMax: 2 } });
  const keys = ["1", "2", "3", "4"];
  for (const key of keys) await cache.read(readOf(key), async () => "old");
  await settle();
  await pass(11_000);
  const gate = held("new");
  for (const key of keys) await cache.read(readOf(key), gate.load);
  expect([kinds("renewal").length, kinds("renewal-refused").length]).toEqual([2, 2]);
  gate.release();
  await settle();
});

test("when all is done nothing is left in flight, whatever happened", async () => {
  const { cache, timeline } = setUp();
  const answers = [
    cache.read(readOf("1"), async () => "value"),
    cache.read(readOf("2"), never),
    cache.read(readOf("3"), () => new Promise<string>(() => {})),
  ];
  const settled = Promise.allSettled(answers);
  await timeline.runUntil(20_000);
  await settled;
  expect(cache.size.flights).toBe(0);
});

test("a value is frozen through and through, so that no reader can change another's", async () => {
  const { cache } = setUp();
  const shape = { name: "object", version: 1, parse: (stored: unknown) => stored as { list: number[] } };
  const read = { ...readOf("a"), shape };
  const value = await cache.read(read, async () => ({ list: [1] }));
  expect(() => value.list.push(2)).toThrow(TypeError);
});

test.each([
  ["a date", new Date(0)],
  ["a map", new Map()],
  ["a bigint", 1n],
  ["an instance", new (class Price {})()],
])(
  "%s would come back from the shared tier as something else, so it answers but is not kept",
  async (_, value) => {
    const { cache, kinds } = setUp();
    const shape = { name: "any", version: 1, parse: (stored: unknown) => stored };
    expect(await cache.read({ ...readOf("a"), shape }, async () => ({ value }))).toEqual({ value });
    expect(kinds("not-stored")).toMatchObject([{ cause: "not-plain" }]);
    expect(cache.size.entries).toBe(0);
  },
);
