import { expect, test } from "vitest";
import { counted, held, LIFETIME, never, readOf, setUp } from "./set-up";

test("what is composed of reads takes no place among the loads, and each read inside takes one", async () => {
  const { cache, settle } = setUp({ limits: { loadsMax: 1 } });
  const gates = [held("a"), held("b")];
  let running = 0;
  let runningMax = 0;
  const load = (gate: ReturnType<typeof held<string>>) => async () => {
    running++;
    runningMax = Math.max(runningMax, running);
    const value = await gate.load();
    running--;
    return value;
  };
  const answers = gates.map((gate, index) =>
    cache.read(readOf(`page ${index}`, { isComposed: true }), () =>
      cache.read(readOf(`part ${index}`), load(gate)),
    ),
  );
  await settle();
  for (const gate of gates) {
    gate.release();
    await settle();
  }
  expect(await Promise.all(answers)).toEqual(["a", "b"]);
  expect(runningMax).toBe(1);
});

test("a batch inside what is composed takes one place", async () => {
  const { cache, settle } = setUp({ limits: { loadsMax: 1 } });
  const other = held<string | null>("other");
  const busy = cache.read(readOf("busy"), other.load);
  await settle();
  const batch = counted(["1", "2"]);
  const page = cache.read(readOf("page", { isComposed: true }), async () => {
    const values = await cache.readMany([readOf("1"), readOf("2")], batch.load);
    return values.join();
  });
  await settle();
  expect(batch.calls()).toBe(0);
  other.release();
  await settle();
  expect(await page).toBe("1,2");
  await busy;
});

test("what is composed of reads and asks the origin besides answers, and is not kept", async () => {
  const { cache, settle, kinds } = setUp();
  const read = readOf("page", { isComposed: true });
  const page = counted("value");
  const load = async () => {
    cache.readPast();
    return page.load();
  };
  expect(await cache.read(read, load)).toBe("value");
  await settle();
  await cache.read(read, load);
  expect(page.calls()).toBe(2);
  expect(kinds("not-stored")).toMatchObject([{ cause: "unshared" }, { cause: "unshared" }]);
});

test("a load that is asked for by what is composed may ask the origin: that is what it is for", async () => {
  const { cache, settle } = setUp();
  const page = counted("page");
  const load = async () => {
    await cache.read(readOf("part"), async () => {
      cache.readPast();
      return "part";
    });
    return page.load();
  };
  for (let asked = 0; asked < 2; asked++) {
    await cache.read(readOf("page", { isComposed: true }), load);
    await settle();
  }
  expect(page.calls()).toBe(1);
});

test("a load can keep its value out of every tier, and out of what is made of it", async () => {
  const { cache, settle, stored } = setUp();
  const inner = counted("once");
  const outer = () =>
    cache.read(readOf("inner"), async ({ keepOut }) => {
      keepOut();
      return inner.load();
    });
  for (let asked = 0; asked < 2; asked++) {
    expect(await cache.read(readOf("outer"), outer)).toBe("once");
    await settle();
  }
  expect(inner.calls()).toBe(2);
  expect(stored.size).toBe(0);
});

test("bytes are kept as they are, and count with their size", async () => {
  const { cache, settle } = setUp({ limits: { bytesMax: 10_000 } });
  const shape = { name: "bytes", version: 1, parse: (stored: unknown) => stored as { body: Uint8Array } };
  const readBytes = (key: string, size: number) =>
    cache.read({ ...readOf(key), shape }, async () => ({ body: new Uint8Array(size) }));
  const { body } = await readBytes("1", 3_000);
  await settle();
  expect(cache.size.bytes).toBeGreaterThan(3_000);
  expect((await readBytes("1", 0)).body).toBe(body);
  for (const key of ["2", "3", "4"]) await readBytes(key, 3_000);
  await settle();
  expect(cache.size.bytes).toBeLessThan(10_000);
  expect(cache.size.entries).toBe(2);
});

test("what is composed of what is held waits for nobody's load", async () => {
  const { cache, settle } = setUp({ limits: { loadsMax: 1 } });
  await cache.read(readOf("part"), async () => "held");
  const other = held<string | null>("other");
  const busy = cache.read(readOf("busy"), other.load);
  await settle();
  const load = () => cache.read(readOf("part"), never);
  const page = cache.read(readOf("page", { isComposed: true }), load);
  expect(await Promise.race([page, settle().then(() => "waits")])).toBe("held");
  other.release();
  await busy;
});

test("a load whose work begins when it is awaited works within its own scope", async () => {
  const { cache, settle } = setUp();
  const page = counted("page");
  const lazy = (value: string): Promise<string> => ({
    ...Promise.resolve(value),
    // biome-ignore lint/suspicious/noThenProperty: as Prisma's promises are
    then: (resolved) => {
      cache.readPast();
      return Promise.resolve(value).then(resolved);
    },
    catch: (failed) => Promise.resolve(value).catch(failed),
    finally: (ended) => Promise.resolve(value).finally(ended),
    [Symbol.toStringTag]: "lazy",
  });
  const load = async () => {
    await cache.read(readOf("part"), () => lazy("part"));
    return page.load();
  };
  for (let asked = 0; asked < 2; asked++) {
    await cache.read(readOf("page", { isComposed: true }), load);
    await settle();
  }
  expect(page.calls()).toBe(1);
});

test("what another process composed depends on what was read there", async () => {
  const there = setUp();
  const here = setUp({ beside: there });
  const made = await there.cache.compose("page", () =>
    there.cache.read(readOf("listing"), async () => "value"),
  );
  expect(made).toMatchObject({ value: "value", dependence: { tags: ["listing"], taint: null } });
  const page = counted("value");
  const read = readOf("page", { isComposed: true, tags: [] });
  const load: typeof page.load = () => page.load();
  const ask = () =>
    here.cache.read(read, ({ takeOver }) => {
      takeOver(made.dependence);
      return load();
    });
  await ask();
  here.change("other");
  await ask();
  expect(page.calls()).toBe(1);
  here.change("listing");
  await ask();
  expect(page.calls()).toBe(2);
  await here.pass(LIFETIME.freshForMs + 1);
  expect((await here.cache.readWithProvenance(read, load)).isStale).toBe(true);
});

test("what another process composed of something stale, or past its cache, is not kept", async () => {
  const { cache, kinds } = setUp();
  const past = await cache.compose("page", async () => cache.readPast());
  await cache.read(readOf("page", { isComposed: true }), async ({ takeOver }) => {
    takeOver(past.dependence);
    return "value";
  });
  expect(kinds("not-stored")).toMatchObject([{ cause: "unshared" }]);
});
