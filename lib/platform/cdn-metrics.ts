import { Counter, Gauge, type Registry } from "prom-client";

export type CdnMetrics = {
  /** A CDN was told what changed, or did not take it. */
  purged(isTold: boolean): void;
  /** From now on `readMs` says for how long a CDN has not been told of a change that is known here. */
  watchPurges(readMs: () => number): void;
};

/** The figures of purging, which are there and 0 where there is no CDN. */
export function createCdnMetrics(registry: Registry): CdnMetrics {
  const registers = [registry];
  const purges = new Counter({
    name: "verandah_cdn_purges_total",
    help: "Requests to the CDN to drop what changed, by how they ended; each change is told several times.",
    ...{ labelNames: ["outcome"] as const, registers },
  });
  for (const outcome of ["told", "failed"]) purges.inc({ outcome }, 0);
  let readBehindMs = () => 0;
  new Gauge({
    name: "verandah_cdn_behind_seconds",
    help: "For how long the CDN has not been told of a change that this process knows; 0 where there is none.",
    registers,
    collect() {
      this.set(readBehindMs() / 1000);
    },
  });
  return {
    purged: (isTold) => purges.inc({ outcome: isTold ? "told" : "failed" }),
    watchPurges(readMs) {
      readBehindMs = readMs;
    },
  };
}
