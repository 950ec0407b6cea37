import { AsyncLocalStorage } from "node:async_hooks";
import { createCache } from "@/lib/cache/cache";
import { ChangeClock } from "@/lib/cache/change-clock";
import { DEFAULT_LIMITS, type Limits } from "@/lib/cache/limits";
import type { Scope } from "@/lib/cache/load-scope";
import { NOTHING_SEEN } from "@/lib/cache/snapshot";
import { cacheHost } from "@/lib/platform/cache-host";
import { NO_LEASE, NO_TIER } from "@/lib/platform/no-tier";

/** The cache of a process without Redis and without a database: its journal was read once, nothing ever changes, and it stays trusted. */
export function createPureCache(limits: Partial<Limits>) {
  const clock = new ChangeClock({ tagsMax: 200_000, xidsPerTagMax: 32 }, () => {});
  const snapshot = { xmin: 100n, xmax: 100n, inProgress: new Set<bigint>() };
  clock.apply({ startedAtMs: cacheHost.now(), identity: "bench", snapshot, rows: [], floor: NOTHING_SEEN });
  return createCache({
    ...{ clock, tier: NO_TIER, lease: NO_LEASE, host: cacheHost },
    catchUp: async () => true,
    carrier: new AsyncLocalStorage<Scope>(),
    observe: () => {},
    limits: { ...DEFAULT_LIMITS, trustForMs: Number.MAX_SAFE_INTEGER, ...limits },
  });
}
