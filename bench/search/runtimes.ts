import type { Stage } from "@/bench/search/stage";
import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";
import type { Runtime } from "@/lib/platform/runtime";

/** What answers: nothing but Postgres, Redis first, or memory first. */
export type Tiers = "cold" | "redis" | "memory";

const SETTINGS: Readonly<Record<Tiers, Readonly<Record<string, string>>>> = {
  cold: { CACHE_MEMORY: "off", CACHE_SHARED: "off" },
  redis: { CACHE_MEMORY: "off" },
  // Room for all of the mix: what is evicted would be loaded, and is measured elsewhere.
  memory: { CACHE_MEGABYTES_MAX: "512" },
};

/** Runs work in this process as the portal does: the whole runtime, which follows the journal. */
export async function withRuntime<T>(
  stage: Pick<Stage, "databaseUrl" | "redisUrl">,
  tiers: Tiers,
  work: (runtime: Runtime) => Promise<T>,
): Promise<T> {
  const runtime = createRuntime(
    readEnv({
      ...{ NODE_ENV: "production", LOG_LEVEL: "silent" },
      ...{ DATABASE_URL: stage.databaseUrl, REDIS_URL: stage.redisUrl },
      ...SETTINGS[tiers],
    }),
  );
  runtime.follow();
  try {
    await runtime.tail.catchUp();
    return await work(runtime);
  } finally {
    await runtime.close();
  }
}
