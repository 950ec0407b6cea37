import type { ClockLimits } from "@/lib/cache/change-clock";
import { DEFAULT_LIMITS, type Limits } from "@/lib/cache/limits";
import type { Env } from "@/lib/env";

/** So many transactions of one tag are told apart; of a tag that changed more often, old entries are overtaken without need. */
const XIDS_PER_TAG_MAX = 32;
/** Of some 100 bytes each. Beyond, the tags that were longest unchanged share a floor. */
const TAGS_MAX = 200_000;

export const CLOCK_LIMITS: ClockLimits = { tagsMax: TAGS_MAX, xidsPerTagMax: XIDS_PER_TAG_MAX };

/** The bounds of the cache: those that the environment sets, and the core's own for the rest. */
export function cacheLimits(env: Env): Limits {
  return {
    ...DEFAULT_LIMITS,
    entriesMax: env.CACHE_ENTRIES_MAX,
    bytesMax: env.CACHE_MEGABYTES_MAX * 1024 * 1024,
    loadsMax: Math.min(env.CACHE_LOADS_MAX, env.DATABASE_POOL_MAX),
    loadSoftMs: env.CACHE_LOAD_SOFT_MS,
    loadHardMs: env.CACHE_LOAD_HARD_MS,
    tierTimeoutMs: env.REDIS_TIMEOUT_MS,
    trustForMs: env.CACHE_TRUST_MS,
  };
}
