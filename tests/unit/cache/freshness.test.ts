import { expect, test } from "vitest";
import { counted, held, LIFETIME, never, readOf, setUp } from "./set-up";

test("a change to one of its tags makes an entry unfit, a change to another tag does not", async () => {
  const { cache, change } = setUp();
  await cache.read(readOf("a"), async () => "old");
  change("b");
  expect(await cache.read(readOf("a"), never)).toBe("old");
  change("a");
  expect(await cache.read(readOf("a"), async () => "new")).toBe("new");
});

test("while nothing was applied, a hit asks the clock nothing about its tags", async () => {
  const { cache, clock, poll } = setUp();
  await cache.read(readOf("a"), async () => "value");
  poll();
  clock.overtakenBy = () => {
    throw new Error("asked");
  };
  expect(await cache.read(readOf("a"), never)).toBe("value");
});

test("a stamp is taken before its load begins, so a change during the load makes the entry unfit", async () => {
  const { cache, change, settle } = setUp();
  const load = held("old");
  const first = cache.read(readOf("a"), load.load);
  await settle();
  change("a");
  load.release();
  expect(await first).toBe("old");
  expect(await cache.read(readOf("a"), async () => "new")).toBe("new");
});

// The race that would keep old data for a whole lifetime: the load reads the old row, the write commits, and only then does the load finish.
test("a result overtaken by a change is not served to anyone who came after the change", async () => {
  const { cache, change, settle } = setUp();
  const load = held("old");
  const early = cache.read(readOf("a"), load.load);
  await settle();
  change("a");
  const late = cache.read(readOf("a"), async () => "new");
  load.release();
  expect(await Promise.all([early, late])).toEqual(["old", "new"]);
});

test("a tag found during the load counts for those who joined before it was known", async () => {
  const { cache, change, settle } = setUp();
  const load = held("old");
  const find = readOf("search", { tags: [] });
  const early = cache.read(find, async ({ addTags }) => {
    const value = await load.load();
    addTags("listing:1");
    return value;
  });
  await settle();
  change("listing:1");
  const late = cache.read(find, async ({ addTags }) => {
    addTags("listing:1");
    return "new";
  });
  load.release();
  expect(await Promise.all([early, late])).toEqual(["old", "new"]);
});

test("a caller who came before the change shares the load that it overtook, and one who came after another change shares one that it did not", async () => {
  const { cache, change, settle } = setUp();
  const load = held("value");
  const first = cache.read(readOf("a"), load.load);
  await settle();
  change("b");
  const second = cache.read(readOf("a"), never);
  load.release();
  expect(await Promise.all([first, second])).toEqual(["value", "value"]);
});

test("a flight that was replaced leaves its successor's slot alone", async () => {
  const { cache, change, settle } = setUp();
  const slow = held("old");
  const next = held("new");
  const early = cache.read(readOf("a"), slow.load);
  await settle();
  change("a");
  const late = cache.read(readOf("a"), next.load);
  await settle();
  slow.release();
  await early;
  await settle();
  const later = cache.read(readOf("a"), never);
  next.release();
  expect(await Promise.all([late, later])).toEqual(["new", "new"]);
});

test("of one key, no more than two loads run at once, however often it changes", async () => {
  const { cache, change, settle } = setUp();
  const loads = Array.from({ length: 4 }, (_, index) => held(`${index}`));
  let running = 0;
  let most = 0;
  const answers = [];
  for (const load of loads) {
    answers.push(
      cache.read(readOf("a"), async () => {
        most = Math.max(most, ++running);
        const value = await load.load();
        running--;
        return value;
      }),
    );
    await settle();
    change("a");
  }
  for (const load of loads) load.release();
  await Promise.all(answers);
  expect(most).toBe(2);
});

test("an entry of the shared tier answers only if its stamp has seen every change that this process knows of", async () => {
  const { cache, change, timeline, stored } = setUp();
  await cache.read(readOf("a"), async () => "old");
  const other = setUp({ beside: { timeline, stored } });
  change("x");
  other.change("a");
  expect(await other.cache.read(readOf("a"), async () => "new")).toBe("new");
});

test("promotion copies an entry unchanged: reading it never lengthens its life", async () => {
  const { cache, pass, timeline, stored } = setUp();
  await cache.read(readOf("a"), async () => "value");
  await pass(8_000);
  const other = setUp({ beside: { timeline, stored } });
  const promoted = await other.cache.readWithProvenance(readOf("a"), never);
  expect(promoted).toMatchObject({ tier: "shared", ageMs: 8_000, expiresInMs: 2_000 });
  await other.pass(1_500);
  expect(await other.cache.readWithProvenance(readOf("a"), never)).toMatchObject({
    tier: "memory",
    expiresInMs: 500,
  });
});

test("another version of a shape never sees this one's entries, in no tier", async () => {
  const { cache } = setUp();
  await cache.read(readOf("a"), async () => "one");
  const next = readOf("a", { shape: { ...readOf("a").shape, version: 2 } });
  expect(await cache.read(next, async () => "two")).toBe("two");
});

test("when the database turns out to be another one, nothing read from the first answers again", async () => {
  const { cache, becomes } = setUp();
  await cache.read(readOf("a"), async () => "there");
  await cache.read(readOf("b"), async () => "there");
  becomes("elsewhere");
  await expect(cache.read(readOf("a"), never)).rejects.toThrow("Nothing may be loaded");
  expect(cache.size.entries).toBe(0);
});

test("what was loaded while the database became another one is not kept", async () => {
  const { cache, becomes, settle } = setUp();
  const load = held("there");
  const answer = cache.read(readOf("a"), load.load);
  await settle();
  becomes("elsewhere");
  load.release();
  await answer;
  expect(await cache.read(readOf("a"), async () => "here")).toBe("here");
});

test("a process that can't tell whether it is fresh catches up before it answers", async () => {
  const { cache, polls } = await untrusting(async (surroundings) => {
    surroundings().change("a");
    return true;
  });
  expect(await cache.read(readOf("a"), async () => "new")).toBe("new");
  expect(polls.count).toBe(1);
});

test("a process that can't catch up says that its answer is stale", async () => {
  const { cache } = await untrusting(async () => false);
  expect(await cache.readWithProvenance(readOf("a"), never)).toMatchObject({
    value: "old",
    isStale: true,
    staleCause: "trust",
  });
});

test("a catch-up that hangs is given up after its limit", async () => {
  const { cache, timeline } = await untrusting(() => new Promise(() => {}));
  const answer = cache.readWithProvenance(readOf("a"), never);
  await timeline.runUntil(timeline.now + 200);
  expect(await answer).toMatchObject({ isStale: true });
});

test("a distrusted clock is not believed, however recent its last poll", async () => {
  const { cache, clock, timeline } = setUp();
  await cache.read(readOf("a"), async () => "old");
  clock.distrust(timeline.now);
  expect(await cache.readWithProvenance(readOf("a"), never)).toMatchObject({ isStale: true });
});

test("a process that can't tell takes part in no look-up of one that believed it could", async () => {
  const answers: ((found: readonly unknown[]) => void)[] = [];
  const tier = { getMany: () => new Promise<readonly unknown[]>((resolve) => answers.push(resolve)) };
  const { cache, clock, timeline, settle } = setUp({ tier });
  const trusting = cache.read(readOf("a"), async () => "one");
  await settle();
  clock.distrust(timeline.now);
  const distrusting = cache.read(readOf("a"), async () => "two");
  await settle();
  expect(answers).toHaveLength(2);
  for (const answer of answers) answer([undefined]);
  expect(await Promise.all([trusting, distrusting])).toEqual(["one", "two"]);
});

test("a value that depends on the present time ends at its next boundary", async () => {
  const { cache, pass } = setUp();
  const load = async ({ expiresAt }: { expiresAt: (instantMs: number) => void }) => {
    expiresAt(1_000);
    return "open today";
  };
  await cache.read(readOf("a"), load);
  await pass(999);
  expect(await cache.read(readOf("a"), never)).toBe("open today");
  await pass(1);
  expect(await cache.read(readOf("a"), async () => "closed")).toBe("closed");
});

test("what is known not to exist is kept like any other answer", async () => {
  const { cache } = setUp();
  await cache.read(readOf("a"), async () => null);
  expect(await cache.read(readOf("a"), never)).toBeNull();
});

test("jitter takes from the fresh time, and never adds", async () => {
  const { cache, pass } = setUp({ random: () => 0.999 });
  const read = readOf("a", { lifetime: { ...LIFETIME, jitter: 0.5 } });
  await cache.read(read, async () => "value");
  await pass(0);
  const { expiresInMs } = await cache.readWithProvenance(read, never);
  expect(expiresInMs).toBeGreaterThan(5_000);
  expect(expiresInMs).toBeLessThan(5_010);
});

test("after its fresh time an entry answers as stale and is renewed once in the background", async () => {
  const { cache, pass, settle } = setUp();
  await cache.read(readOf("a"), async () => "old");
  await pass(11_000);
  const renewal = counted("new");
  expect(await cache.readWithProvenance(readOf("a"), renewal.load)).toMatchObject({
    value: "old",
    staleCause: "time",
  });
  expect(await cache.read(readOf("a"), renewal.load)).toBe("old");
  await settle();
  expect(await cache.readWithProvenance(readOf("a"), never)).toMatchObject({ value: "new", isStale: false });
  expect(renewal.calls()).toBe(1);
});

test("a hot entry is renewed before it ends by the reader whom chance picks", async () => {
  const chances = { next: 0 };
  const { cache, timeline, pass, settle } = setUp({ random: () => chances.next });
  const slow = held("old");
  const first = cache.read(readOf("a"), slow.load);
  await timeline.runUntil(100);
  slow.release();
  await first;
  await pass(9_000);
  const renewal = counted("new");
  chances.next = 0.5;
  await cache.read(readOf("a"), renewal.load);
  expect(renewal.calls()).toBe(0);
  chances.next = 0.9999999;
  await cache.read(readOf("a"), renewal.load);
  await settle();
  expect(renewal.calls()).toBe(1);
  expect(await cache.read(readOf("a"), never)).toBe("new");
});

/** A cache that holds "old" under "a", and whose clock was last polled too long ago. */
async function untrusting(catchUp: (surroundings: () => ReturnType<typeof setUp>) => Promise<boolean>) {
  const surroundings: ReturnType<typeof setUp> = setUp({ catchUp: () => catchUp(() => surroundings) });
  await surroundings.cache.read(readOf("a"), async () => "old");
  await surroundings.timeline.runUntil(250);
  return surroundings;
}
