import { readEnv } from "@/lib/env";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { createRuntime } from "@/lib/platform/create-runtime";
import { instant } from "@/tests/faults/clock";
import type { CrowdOrder, CrowdReport } from "@/tests/faults/crowd";

// One process of a crowd: asks one thing many times at once, or many things by many clients, and tells how long that took.
const runtime = createRuntime(readEnv());
runtime.follow();
let loads = 0;
let loading = 0;
let loadingMost = 0;
const LIFETIME = { reason: "a crowd", freshForMs: 60_000, staleForMs: 0, usableForMs: 0, jitter: 0 };
runtime.observe((event) => {
  if (event.kind === "load") loads++;
});

process.on("message", async (order: CrowdOrder) => {
  loads = 0;
  loadingMost = 0;
  const tookMs: number[] = [];
  let failures = 0;
  const timed = async (read: () => Promise<unknown>) => {
    const startedAt = performance.now();
    await read().catch(() => failures++);
    tookMs.push(performance.now() - startedAt);
  };
  while (instant() < order.beginAt) await new Promise((resolve) => setTimeout(resolve, 1));
  if (order.kind === "one-key") {
    const read = { key: order.key, tags: ["listings"], lifetime: LIFETIME, shape: SHAPE };
    const load = async () => {
      await runtime.database.$queryRaw`SELECT pg_sleep(${order.loadMs / 1000})::text`;
      return "loaded";
    };
    await Promise.all(
      Array.from({ length: order.readers }, () => timed(() => runtime.cache.read(read, load))),
    );
  } else {
    const ids = order.listings.map((id) => ListingId.parse(id));
    const client = async (first: number) => {
      for (let n = 0; n < ids.length; n++) {
        const id = ids[(first + n) % ids.length];
        if (id !== undefined) await timed(() => counted(() => getListing(id)));
      }
    };
    const step = Math.max(1, Math.floor(ids.length / order.clients));
    await Promise.all(Array.from({ length: order.clients }, (_, n) => client(n * step)));
  }
  const report: CrowdReport = { loads, loadingMost, failures, tookMs };
  process.send?.(report);
});

const SHAPE = { name: "crowd", version: 1, parse: (stored: unknown) => String(stored) };

/** How many reads wait for their load at most; what the database is asked at once is counted there. */
async function counted<T>(read: () => Promise<T>): Promise<T> {
  loading++;
  loadingMost = Math.max(loadingMost, loading);
  try {
    return await read();
  } finally {
    loading--;
  }
}

process.on("disconnect", () => process.exit(0));
process.send?.("ready");
