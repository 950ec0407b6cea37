import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { type Env, readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";
import type { Database } from "@/lib/platform/prisma";
import type { Runtime } from "@/lib/platform/runtime";
import { databaseAt, statement } from "@/tests/support/services";

/** A migrated database of the test's own, with a runtime on it (runtime() finds it). `close` drops it. */
export async function createTestDatabase(settings: Partial<Record<keyof Env, string>> = {}): Promise<{
  url: string;
  database: Database;
  runtime: Runtime;
  close: () => Promise<void>;
}> {
  const { url, drop } = await createBareDatabase(inject("templateName"));
  const runtime = createRuntime(
    readEnv({
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      DATABASE_URL: url,
      REDIS_URL: inject("redisUrl"),
      ...settings,
    }),
  );
  const close = async () => {
    await runtime.close();
    await drop();
  };
  return { url, database: runtime.database, runtime, close };
}

/** A database without tables, or a copy of another. */
export async function createBareDatabase(
  template = "template0",
): Promise<{ url: string; drop: () => Promise<void> }> {
  const serverUrl = inject("postgresUrl");
  const name = `verandah_test_${randomBytes(6).toString("hex")}`;
  await statement(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: databaseAt(serverUrl, name),
    drop: () => statement(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}
