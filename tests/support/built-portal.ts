import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { inject } from "vitest";
import { startPortal, untilReady } from "@/bin/launcher/portal";
import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";
import { connectClient } from "@/lib/platform/postgres-client";
import { DATA } from "@/lib/platform/services/clone";
import { freePort } from "@/lib/platform/services/ports";
import { insertCachedWorld } from "@/tests/support/cached-world";
import { createBareDatabase } from "@/tests/support/database";
import { startOwnRedis } from "@/tests/support/own-redis";

export type Got = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  /** The tier that Cache-Status names: "memory", "shared" or "origin"; undefined when it is no answer of the response tier. */
  readonly tier: string | undefined;
};

/** Asks as a program does: no header of its own but Host. */
export function get(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      `${origin}${path}`,
      { method, headers: { ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const body = Buffer.concat(chunks);
          const [, tier] = /detail="response (\w+)/.exec(String(response.headers["cache-status"])) ?? [];
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body,
            text: body.toString(),
            tier,
          });
        });
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

/** Processes of the portal as it is built, over a small world of their own (insertCachedWorld) and a Redis of their own. */
export async function startBuiltPortals(count: number, settings: Readonly<Record<string, string>> = {}) {
  mkdirSync(DATA, { recursive: true });
  const folder = mkdtempSync(join(DATA, "http-"));
  const bare = await createBareDatabase(inject("templateName"));
  const redis = await startOwnRedis();
  const runtime = createRuntime(readEnv({ NODE_ENV: "test", LOG_LEVEL: "silent", DATABASE_URL: bare.url }));
  const world = await insertCachedWorld(runtime.database);
  await runtime.close();
  const psql = await connectClient(bare.url);
  const portals = await Promise.all(
    Array.from({ length: count }, async (_, index) =>
      startPortal({
        urls: { databaseUrl: bare.url, redisUrl: redis.url },
        port: await freePort(),
        logFile: join(folder, `portal-${index}.log`),
        settings: { REDIS_TIMEOUT_MS: "1000", ...settings },
      }),
    ),
  );
  await Promise.all(portals.map(untilReady));
  return {
    world,
    /** A writer that knows nothing of the portal. */
    sql: (text: string) => psql.query(text),
    origins: portals.map(({ url }) => url),
    pids: portals.map(({ process }) => process.pid),
    async stop() {
      await psql.end();
      await Promise.all(portals.map(({ process }) => process.stop()));
      await redis.stop();
      await bare.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
