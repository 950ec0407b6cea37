import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";
import type { Runtime } from "@/lib/platform/runtime";
import { withServices } from "@/lib/platform/services/with-services";
import { migrate } from "@/prisma/migrate";

/** Runs a command's work with a runtime on the migrated database of the portal, and closes it. */
export function withPortal<T>(command: string, work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const log = (line: string) => console.error(line);
  return withServices({ purpose: `bin/verandah ${command}`, log }, async ({ databaseUrl, redisUrl }) => {
    await migrate(databaseUrl, { log });
    const runtime = createRuntime(
      readEnv({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, LOG_LEVEL: "error", DATABASE_POOL_MAX: "2" }),
    );
    try {
      return await work(runtime);
    } finally {
      await runtime.close();
    }
  });
}
