import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from "prom-client";
import type { Cache } from "@/lib/cache/cache";
import type { ChangeClock } from "@/lib/cache/change-clock";
import type { CacheEvent } from "@/lib/cache/events";
import type { CacheCounts } from "@/lib/platform/cache-counts";
import { type CdnMetrics, createCdnMetrics } from "@/lib/platform/cdn-metrics";
import type { PollFigures } from "@/lib/platform/journal-tail";

const MS = 1 / 1000;
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** The figures of one process, as Prometheus reads them. */
export type Metrics = CdnMetrics & {
  readonly registry: Registry;
  /** Adds what Node says of the process itself: memory, garbage collection, the event loop. */
  watchProcess(): void;
  observe(event: CacheEvent): void;
  polled(poll: PollFigures): void;
  answered(method: string, status: number, tookMs: number): void;
  audited(tier: "memory" | "shared", isRight: boolean): void;
};

/** Collects the figures of one process. What happens on every hit is counted by `counts`, which is cheaper, and read when somebody asks. */
export function createMetrics(dependencies: {
  readonly registry: Registry;
  readonly cache: Cache;
  readonly clock: ChangeClock;
  readonly counts: CacheCounts;
  readonly now: () => number;
}): Metrics {
  const { registry } = dependencies;
  exposeCounts(registry, dependencies.counts);
  exposeState(registry, dependencies);
  const registers = [registry];
  const loadSeconds = new Histogram({
    ...{ name: "verandah_cache_load_seconds", help: "Loads, by read.", labelNames: ["read"] as const },
    ...{ buckets: SECONDS, registers },
  });
  const overtaken = new Counter({
    name: "verandah_cache_loads_overtaken_total",
    help: "Loads that a change touched before they were done: they answer those who asked before it, and are not kept.",
    ...{ labelNames: ["read"] as const, registers },
  });
  const events = new Counter({
    name: "verandah_cache_events_total",
    help: "What else the cache did, by kind and cause (lib/cache/events.ts).",
    ...{ labelNames: ["kind", "cause"] as const, registers },
  });
  const breaker = new Gauge({
    name: "verandah_cache_redis_left_alone",
    help: "1 while Redis is left alone after failures.",
    registers,
  });
  const pollSeconds = new Histogram({
    name: "verandah_journal_poll_seconds",
    help: "Polls of the journal, from asking to applied.",
    ...{ labelNames: ["outcome"] as const, buckets: SECONDS, registers },
  });
  const lagSeconds = new Histogram({
    name: "verandah_journal_lag_seconds",
    help: "From the beginning of a transaction that changed something until this process saw the change: the newest of each poll.",
    ...{ buckets: [...SECONDS, 10, 30, 60], registers },
  });
  const requestSeconds = new Histogram({
    name: "verandah_http_request_seconds",
    help: "Requests, from the first byte in to the last byte out.",
    ...{ labelNames: ["method", "status"] as const, buckets: SECONDS, registers },
  });
  const audits = new Counter({
    name: "verandah_audited_total",
    help: "Entries that were compared with the database, by tier; a wrong one is a defect.",
    ...{ labelNames: ["tier", "verdict"] as const, registers },
  });
  for (const tier of ["memory", "shared"])
    for (const verdict of ["right", "wrong"]) audits.inc({ tier, verdict }, 0);

  return {
    registry,
    watchProcess: () => collectDefaultMetrics({ register: registry, prefix: "verandah_" }),
    observe(event) {
      if (event.kind === "load") {
        loadSeconds.observe({ read: event.read }, event.tookMs * MS);
        if (event.isOvertaken) overtaken.inc({ read: event.read });
      } else if (event.kind === "tier-breaker") {
        breaker.set(event.isOpen ? 1 : 0);
      } else if (!COUNTED_ELSEWHERE.has(event.kind)) {
        events.inc({ kind: event.kind, cause: causeOf(event) });
      }
    },
    polled({ tookMs, error, lagMs }) {
      pollSeconds.observe({ outcome: error === null ? "applied" : "failed" }, tookMs * MS);
      if (lagMs !== null) lagSeconds.observe(Math.max(0, lagMs) * MS);
    },
    answered(method, status, tookMs) {
      requestSeconds.observe({ method: METHODS.has(method) ? method : "other", status }, tookMs * MS);
    },
    audited(tier, isRight) {
      audits.inc({ tier, verdict: isRight ? "right" : "wrong" });
    },
    ...createCdnMetrics(registry),
  };
}

/** Anybody can send any method; each would be a series of its own. */
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

const COUNTED_ELSEWHERE: ReadonlySet<CacheEvent["kind"]> = new Set(["hit", "miss", "load"]);

function causeOf(event: CacheEvent): string {
  if (event.kind === "wait") return event.for;
  if (event.kind === "tier-failed") return `${event.operation} ${event.cause}`;
  return "cause" in event ? event.cause : "";
}

function exposeCounts(registry: Registry, counts: CacheCounts): void {
  const registers = [registry];
  new Counter({
    name: "verandah_cache_answers_total",
    help: "Reads, by where their answer came from; none: by a load, or by nothing.",
    ...{ labelNames: ["read", "tier"] as const, registers },
    collect() {
      this.reset();
      for (const [read, { memoryHits, sharedHits, misses }] of counts.reads) {
        this.inc({ read, tier: "memory" }, memoryHits);
        this.inc({ read, tier: "shared" }, sharedHits);
        this.inc({ read, tier: "none" }, Math.max(0, misses - sharedHits));
      }
    },
  });
  new Counter({
    name: "verandah_cache_stale_answers_total",
    help: "Answers that said of themselves that they are stale, by read.",
    ...{ labelNames: ["read"] as const, registers },
    collect() {
      this.reset();
      for (const [read, { stale }] of counts.reads) this.inc({ read }, stale);
    },
  });
  new Counter({
    name: "verandah_cache_loads_total",
    help: "Loads, by read and how they ended.",
    ...{ labelNames: ["read", "outcome"] as const, registers },
    collect() {
      this.reset();
      for (const [read, { loads, failedLoads }] of counts.reads) {
        this.inc({ read, outcome: "loaded" }, loads);
        this.inc({ read, outcome: "failed" }, failedLoads);
      }
    },
  });
  new Counter({
    name: "verandah_cache_invalidations_total",
    help: "Entries in memory that no longer answered when they were asked for, by cause.",
    ...{ labelNames: ["cause"] as const, registers },
    collect() {
      this.reset();
      for (const [cause, count] of Object.entries(counts.invalidations)) this.inc({ cause }, count);
    },
  });
}

function exposeState(
  registry: Registry,
  { cache, clock, now }: { readonly cache: Cache; readonly clock: ChangeClock; readonly now: () => number },
): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      ...{ name, help, registers: [registry] },
      collect() {
        this.set(read());
      },
    });
  gauge("verandah_cache_entries", "Entries in memory.", () => cache.size.entries);
  gauge("verandah_cache_bytes", "What they take, estimated.", () => cache.size.bytes);
  gauge("verandah_cache_flights", "Reads that are being looked up or loaded now.", () => cache.size.flights);
  gauge(
    "verandah_journal_poll_age_seconds",
    "Since the start of the last poll of the journal that was applied; above the trust limit, answers are marked stale.",
    () => (now() - clock.polledAtMs) * MS,
  );
}
