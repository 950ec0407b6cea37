import { AsyncLocalStorage } from "node:async_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import { createPureCache } from "@/bench/pure-cache";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

const READ = {
  key: "home/1",
  tags: ["listing:1"],
  lifetime: { reason: "Of a test.", freshForMs: 60_000, staleForMs: 0, usableForMs: 60_000, jitter: 0 },
  shape: { name: "home", version: 1, parse: (stored: unknown) => String(stored) },
};

test("what a request carries is let go when it is over, though what it loaded is kept", async () => {
  const cache = createPureCache({});
  const carrier = new AsyncLocalStorage<object>();
  const carried = await ask(carrier, () => cache.read(READ, async () => "a home"));
  const asked = await ask(carrier, () => cache.read(READ, async () => "not asked for"));
  await vi.waitFor(() => {
    collect();
    // Not the objects themselves, which the failure would keep.
    expect([carried, asked].map((request) => request.deref() === undefined)).toEqual([true, true]);
  });
  expect(await cache.read(READ, async () => "not asked for")).toBe("a home");
});

async function ask(
  carrier: AsyncLocalStorage<object>,
  read: () => Promise<string>,
): Promise<WeakRef<object>> {
  const request = { page: "a page that is being rendered" };
  expect(await carrier.run(request, read)).toBe("a home");
  return new WeakRef(request);
}
