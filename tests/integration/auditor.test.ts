import { expect, onTestFinished, test } from "vitest";
import { toStored } from "@/lib/cache/entry";
import { readOfKey } from "@/lib/known-reads";
import { setListing } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { createAuditor } from "@/lib/platform/auditor";
import { createRedisTier } from "@/lib/platform/redis-tier";
import type { Runtime } from "@/lib/platform/runtime";
import { answersTo, readsOf } from "@/tests/support/cached-reads";
import { insertCachedWorld } from "@/tests/support/cached-world";
import { createTestDatabase } from "@/tests/support/database";
import { statement } from "@/tests/support/services";

const FAST = 1_000;
const IN_REDIS = 300;

async function setUp() {
  const held = await createTestDatabase({ CACHE_LOAD_SOFT_MS: "20000", CACHE_LOAD_HARD_MS: "30000" });
  onTestFinished(() => held.close());
  const world = await insertCachedWorld(held.database);
  const reads = readsOf(world);
  await answersTo(reads);
  // Redis is written to in the background.
  await new Promise((resolve) => setTimeout(resolve, IN_REDIS));
  return { ...held, world, reads, auditor: createAuditor(held.runtime, readOfKey, FAST) };
}

function keysIn({ cache }: Runtime): readonly string[] {
  return [...cache.held()].map(([key]) => key);
}

/** Puts a value that is of the right form and wrong where this read is held: an entry that looks right in everything else. */
async function corrupt({ cache, clock, redis }: Runtime, key: string, tier: "memory" | "shared") {
  const held = cache.heldUnder(key);
  const known = readOfKey(key);
  if (held === undefined || known === null || redis === null) throw new Error(`${key} is not held.`);
  const entry = { ...held.entry, value: wrongened(held.entry.value) };
  if (tier === "memory") return void Object.assign(held, { entry });
  const { name, version } = known.read.shape;
  const shared = `${clock.identity}|${name}@${version}|${key}`;
  await createRedisTier(redis).put(shared, toStored(shared, entry), 60_000);
}

/** A value of the same form that says something else in every number and in every longer text. */
function wrongened(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (name, part: unknown) => {
    if (typeof part === "number") return part + 1;
    return typeof part === "string" && part.length > 12 && name !== "kind" ? `${part}?` : part;
  });
}

test("all that is held and right is compared, in memory and in Redis, and nothing is called wrong", async () => {
  const { auditor, runtime } = await setUp();
  const keys = keysIn(runtime);
  expect(keys.length).toBeGreaterThan(40);
  const { checked, wrong, passedOver } = await auditor.walk();
  expect(wrong).toEqual({ memory: [], shared: [] });
  expect(checked).toEqual({ memory: keys.length, shared: keys.length });
  expect(passedOver).toBe(0);
});

test("every wrong value is found in one walk, in either tier, reported with what it should be, and forgotten", async () => {
  const { auditor, runtime, reads } = await setUp();
  const truth = await answersTo(reads);
  // What is not there has no value to be wrong.
  const held = keysIn(runtime).filter((key) => {
    const value = runtime.cache.heldUnder(key)?.entry.value;
    return value !== null && JSON.stringify(value) !== JSON.stringify(wrongened(value));
  });
  // One in three: each wrong one is looked at again after a while.
  const keys = held.filter((_, n) => n % 3 === 0);
  const inMemory = keys.filter((_, n) => n % 2 === 0);
  const inRedis = keys.filter((_, n) => n % 2 === 1);
  expect(Math.min(inMemory.length, inRedis.length)).toBeGreaterThan(10);
  for (const key of inMemory) await corrupt(runtime, key, "memory");
  for (const key of inRedis) await corrupt(runtime, key, "shared");
  const reports: Record<string, unknown>[] = [];
  runtime.logger.error = (report: unknown) => void reports.push(report as Record<string, unknown>);

  const { wrong } = await auditor.walk();
  expect([...wrong.memory].sort()).toEqual([...inMemory].sort());
  expect([...wrong.shared].sort()).toEqual([...inRedis].sort());
  expect(reports).toHaveLength(keys.length);
  for (const { held, truth: loaded, changes, entry } of reports) {
    expect(held).not.toEqual(loaded);
    expect(entry).toMatchObject({ stamp: expect.any(String), tags: expect.any(Array) });
    expect(Array.isArray(changes)).toBe(true);
  }

  expect(await answersTo(reads)).toEqual(truth);
  expect((await auditor.walk()).wrong).toEqual({ memory: [], shared: [] });
});

test("a change that no trigger wrote down is found", async () => {
  const { url, auditor, runtime, database, world } = await setUp();
  await statement(url, "ALTER TABLE listing DISABLE TRIGGER USER");
  await database.$executeRaw`UPDATE listing SET headline = 'Nobody heard of this' WHERE id = ${world.shown.id}`;
  runtime.logger.error = () => {};
  const { wrong } = await auditor.walk();
  expect(wrong.memory).toContain(`listing/${world.shown.id}`);
  expect(wrong.shared).toContain(`listing/${world.shown.id}`);
  expect((await getListing(ListingId.parse(world.shown.id)))?.headline).toBe("Nobody heard of this");
});

test("nothing is called wrong while much is written and read", async () => {
  const { auditor, reads, world } = await setUp();
  let isOver = false;
  const id = ListingId.parse(world.shown.id);
  const write = async () => {
    for (let n = 0; !isOver; n++) await setListing(id, { headline: `Version ${n}` }, { name: "test" });
  };
  const read = async () => {
    while (!isOver) {
      await answersTo(reads);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const busy = Promise.all([write(), read()]);
  const walks = [await auditor.walk(), await auditor.walk(), await auditor.walk()];
  isOver = true;
  await busy;
  expect(walks.flatMap(({ wrong }) => [...wrong.memory, ...wrong.shared])).toEqual([]);
  expect(walks.reduce((sum, { checked }) => sum + checked.memory, 0)).toBeGreaterThan(20);
}, 240_000);
