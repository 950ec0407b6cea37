/** Who lived that long did not die of how it was started. */
const STEADY_MS = 60_000;
const FIRST_MS = 200;
const LONGEST_MS = 30_000;

/** How long to wait before a worker is replaced that lived `livedMs`; `lastMs` was waited for the one before it, 0 if it is the first. */
export function restartDelayMs(livedMs: number, lastMs: number): number {
  if (livedMs >= STEADY_MS || lastMs === 0) return FIRST_MS;
  return Math.min(lastMs * 2, LONGEST_MS);
}
