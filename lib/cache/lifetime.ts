import type { Host } from "./time";

/**
 * How long an entry that no change has overtaken may answer. Declared once per read, with the reason. Time is only the
 * backstop: what makes an entry old is a change.
 */
export type Lifetime = {
  readonly reason: string;
  /** Answers as fresh. */
  readonly freshForMs: number;
  /** After that, answers as stale while it is renewed in the background. */
  readonly staleForMs: number;
  /** After that, answers as stale only when a load fails or is slow, or the database is away. */
  readonly usableForMs: number;
  /** How much of the fresh time chance may take away, from 0 to 1, so that entries loaded together do not end together. */
  readonly jitter: number;
};

/** The instants that follow from it, on the host's clock: fresh, then stale, then expired but usable, then gone. */
export type Times = {
  readonly loadedAtMs: number;
  readonly freshUntilMs: number;
  readonly staleUntilMs: number;
  readonly usableUntilMs: number;
};

export type Age = "fresh" | "stale" | "expired" | "gone";

/** Counted from the start of the load, the instant that its value may be as old as. Jitter only ever shortens. */
export function timesOf(lifetime: Lifetime, loadedAtMs: number, host: Pick<Host, "random">): Times {
  const freshUntilMs = loadedAtMs + lifetime.freshForMs * (1 - lifetime.jitter * host.random());
  const staleUntilMs = freshUntilMs + lifetime.staleForMs;
  return { loadedAtMs, freshUntilMs, staleUntilMs, usableUntilMs: staleUntilMs + lifetime.usableForMs };
}

/** The times of what was made from both: it ends with whichever ends first. */
export function shortest(times: Times, other: Omit<Times, "loadedAtMs">): Times {
  return {
    loadedAtMs: times.loadedAtMs,
    freshUntilMs: Math.min(times.freshUntilMs, other.freshUntilMs),
    staleUntilMs: Math.min(times.staleUntilMs, other.staleUntilMs),
    usableUntilMs: Math.min(times.usableUntilMs, other.usableUntilMs),
  };
}

export function ageAt(times: Times, nowMs: number): Age {
  if (nowMs < times.freshUntilMs) return "fresh";
  if (nowMs < times.staleUntilMs) return "stale";
  return nowMs < times.usableUntilMs ? "expired" : "gone";
}

/** Further ahead than this many load times, chance would ask for a renewal less than once in 100 million reads. */
const NEVER_BEFORE_LOADS = 20;

/**
 * Whether this read is the one to renew a fresh entry early: the likelier, the nearer its end and the slower its load, so
 * that of many readers about one does, before the end (XFetch; Vattani, Chierichetti, Lowenstein, VLDB 2015; beta = 1).
 */
export function isDueEarly(
  entry: Times & { readonly loadTookMs: number },
  nowMs: number,
  host: Pick<Host, "random">,
): boolean {
  const remainingMs = entry.freshUntilMs - nowMs;
  if (remainingMs > entry.loadTookMs * NEVER_BEFORE_LOADS) return false;
  return -Math.log(1 - host.random()) * entry.loadTookMs >= remainingMs;
}
