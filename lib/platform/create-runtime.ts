import { AsyncLocalStorage } from "node:async_hooks";
import type { Env } from "@/lib/env";
import { createLogger } from "@/lib/platform/logger";
import { connectDatabase } from "@/lib/platform/prisma";
import { connectRedis } from "@/lib/platform/redis";
import { holdRuntime, type Runtime } from "@/lib/platform/runtime";

/** The composition root: connects everything, and holds it for runtime(). The caller closes it. */
export function createRuntime(env: Env): Runtime {
  const logger = createLogger(env);
  const database = connectDatabase(env);
  const redis = env.REDIS_URL === undefined ? null : connectRedis(env.REDIS_URL, logger);
  const made: Runtime = {
    env,
    logger,
    database,
    redis,
    request: new AsyncLocalStorage(),
    async close() {
      redis?.disconnect();
      await database.$disconnect();
      holdRuntime(undefined);
    },
  };
  holdRuntime(made);
  return made;
}
