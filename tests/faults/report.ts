import type { FaultReport } from "@/tests/faults/fault-run";

/** A fault run in words. */
export function describeReport({
  verdict,
  commits,
  loads,
  overHttp,
  refusals,
  audited,
  clientErrors,
  faults,
  seed,
}: FaultReport): string {
  const number = (count: number) => count.toLocaleString("en");
  const total = Object.values(faults).reduce((sum, count) => sum + count, 0);
  return [
    `seed ${seed}`,
    `reads checked    ${number(verdict.reads)} (${number(overHttp)} over HTTP), ${number(verdict.staleFlagged)} flagged stale, ${number(refusals)} refused`,
    `commits          ${number(commits)}, loads ${number(loads)}, entries audited ${number(audited)}`,
    `age of unflagged reads  worst ${verdict.worstAgeMs.toFixed(1)} ms, p99.99 ${verdict.agesMs.quantile(0.9999)} ms, p99 ${verdict.agesMs.quantile(0.99)} ms`,
    `faults           ${total}: ${Object.entries(faults)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(", ")}`,
    `client errors    ${clientErrors.length}${clientErrors.map((message) => `\n  ${message.slice(0, 300)}`).join("")}`,
    `violations       ${verdict.violations.length}${verdict.violations.map((violation) => `\n  ${violation}`).join("")}`,
  ].join("\n");
}
