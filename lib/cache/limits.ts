import type { GuardLimits } from "./guarded-tier";
import type { SlotLimits } from "./load-slots";
import type { MemoryLimits } from "./memory-tier";

/** Every bound of the core. Times in milliseconds. */
export type Limits = MemoryLimits &
  GuardLimits &
  SlotLimits & {
    /** A larger value answers, but is not kept. */
    readonly entryBytesMax: number;
    /** A value that depends on more answers, but is not kept. */
    readonly tagsPerEntryMax: number;
    /** Keys that are looked up or loaded at once; beyond, a read fails at once unless it has something stale. */
    readonly flightsMax: number;
    readonly renewalsMax: number;
    /** After a renewal failed, none of the same entry for so long. */
    readonly renewalRetryMs: number;
    readonly lookupKeysMax: number;
    readonly leaseWaitMs: number;
    /** After so long a stale value answers, where there is one, while the load goes on. */
    readonly loadSoftMs: number;
    /** After so long a load has failed. */
    readonly loadHardMs: number;
    /** How long after the start of the last successful poll the process may answer from its tiers without asking. */
    readonly trustForMs: number;
    readonly catchUpMs: number;
    /** After a catch-up failed, none is tried for so long. */
    readonly catchUpRetryMs: number;
  };

export const DEFAULT_LIMITS: Limits = {
  entriesMax: 20_000,
  bytesMax: 64 * 1024 * 1024,
  entryBytesMax: 2 * 1024 * 1024,
  tagsPerEntryMax: 1_000,
  tierTimeoutMs: 50,
  tierFailuresMax: 5,
  tierOpenForMs: 1_000,
  loadsMax: 16,
  loadWaitsMax: 5_000,
  loadWaitMs: 5_000,
  flightsMax: 10_000,
  renewalsMax: 4,
  renewalRetryMs: 1_000,
  lookupKeysMax: 200,
  leaseWaitMs: 2_000,
  loadSoftMs: 1_000,
  loadHardMs: 10_000,
  trustForMs: 100,
  catchUpMs: 200,
  catchUpRetryMs: 1_000,
};
