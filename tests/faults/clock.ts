import type { Instant } from "@/tests/faults/checker";

/** CLOCK_MONOTONIC, which all processes of a machine share; performance.now() begins anew in each. */
export function instant(): Instant {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1_000 + nanoseconds / 1_000_000;
}
