import type { Pool } from "pg";
import { Gauge, Histogram, type Registry } from "prom-client";
import type { PoolObserver } from "@/lib/platform/watch-pool";

const MS = 1 / 1000;
const QUERY_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const WAIT_SECONDS = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Figures of what this process asks of Postgres, but for the tail of the journal, which has a connection and figures of its own. */
export function createDatabaseMetrics(registry: Registry): PoolObserver {
  const registers = [registry];
  let pool: Pool | undefined;
  const queries = new Histogram({
    name: "verandah_database_query_seconds",
    help: "Statements, from being sent on their connection to the last row.",
    ...{ labelNames: ["outcome"] as const, buckets: QUERY_SECONDS, registers },
  });
  const waits = new Histogram({
    name: "verandah_database_pool_wait_seconds",
    help: "From asking for a connection until there was one, or none.",
    ...{ buckets: WAIT_SECONDS, registers },
  });
  for (const outcome of ["answered", "failed"]) queries.zero({ outcome });
  new Gauge({
    name: "verandah_database_pool_connections",
    help: "Connections to Postgres, by what they do now.",
    ...{ labelNames: ["state"] as const, registers },
    collect() {
      const idle = pool?.idleCount ?? 0;
      this.set({ state: "busy" }, (pool?.totalCount ?? 0) - idle);
      this.set({ state: "idle" }, idle);
    },
  });
  new Gauge({
    name: "verandah_database_pool_waiting",
    help: "Whoever waits for a connection now.",
    registers,
    collect() {
      this.set(pool?.waitingCount ?? 0);
    },
  });
  return {
    opened(opened) {
      pool = opened;
    },
    waited: (tookMs) => waits.observe(tookMs * MS),
    queried: (tookMs, isFailed) =>
      queries.observe({ outcome: isFailed ? "failed" : "answered" }, tookMs * MS),
  };
}
