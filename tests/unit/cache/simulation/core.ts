import * as cache from "@/lib/cache/cache";
import * as changeClock from "@/lib/cache/change-clock";
import * as limits from "@/lib/cache/limits";

/** What the simulated portal uses of a cache, and for a cache that is told what to delete, that. */
export type SimulatedCache = Pick<cache.Cache, "readWithProvenance" | "readMany" | "switchTier"> & {
  readonly forget?: (tags: readonly string[]) => void;
};

/** The core, or a version of it with a fault put in, or something else that caches. */
export type Core = Pick<typeof changeClock, "ChangeClock"> &
  Pick<typeof limits, "DEFAULT_LIMITS"> & {
    readonly createCache: (dependencies: cache.CacheDependencies) => SimulatedCache;
  };

export const CORE: Core = { ...cache, ...changeClock, ...limits };
