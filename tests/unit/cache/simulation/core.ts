import * as cache from "@/lib/cache/cache";
import * as changeClock from "@/lib/cache/change-clock";
import * as limits from "@/lib/cache/limits";

/** The core, or a version of it with a fault put in. */
export type Core = Pick<typeof cache, "createCache"> &
  Pick<typeof changeClock, "ChangeClock"> &
  Pick<typeof limits, "DEFAULT_LIMITS">;

export const CORE: Core = { ...cache, ...changeClock, ...limits };
