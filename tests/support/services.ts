import type { TestProject } from "vitest/node";
import { connectClient } from "@/lib/platform/postgres-client";
import { startPostgres } from "@/lib/platform/services/postgres";
import { startRedis } from "@/lib/platform/services/redis";
import { openScratchRun, type ScratchRun } from "@/lib/platform/services/scratch-run";
import { migrate } from "@/prisma/migrate";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
    templateName: string;
    redisUrl: string;
  }
}

type Service = { readonly url: string; stop(): Promise<void> };

/** Once per run: a Postgres and a Redis, given by bin/test or started here, and a migrated template that every test database is copied from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await openScratchRun();
  const postgres = await findPostgres(scratch);
  const redis = await findRedis(scratch);
  const templateName = `verandah_template_${process.pid}`;
  await statement(postgres.url, `DROP DATABASE IF EXISTS ${templateName}`);
  await statement(postgres.url, `CREATE DATABASE ${templateName}`);
  await migrate(databaseAt(postgres.url, templateName));
  project.provide("postgresUrl", postgres.url);
  project.provide("templateName", templateName);
  project.provide("redisUrl", redis.url);
  return async () => {
    await statement(postgres.url, `DROP DATABASE ${templateName} WITH (FORCE)`);
    await redis.stop();
    await postgres.stop();
    scratch.remove();
  };
}

export function databaseAt(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function statement(url: string, sql: string): Promise<void> {
  const client = await connectClient(url);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function findPostgres({ folder, onStart }: ScratchRun): Promise<Service> {
  const url = process.env.VERANDAH_TEST_DATABASE_URL;
  if (url) return given(url);
  return startPostgres({ dataDir: `${folder}/postgres`, throwaway: true, onStart });
}

async function findRedis({ folder, onStart }: ScratchRun): Promise<Service> {
  const url = process.env.VERANDAH_TEST_REDIS_URL;
  if (url) return given(url);
  const logFile = `${folder}/redis.log`;
  const redis = await startRedis({ logFile, path: process.env.PATH ?? "", onStart });
  if (!redis)
    throw new Error(
      "These tests need a Redis server: install it (apt install redis-tools, brew install redis), or run bin/test.",
    );
  return { url: redis.url, stop: () => redis.process.stop() };
}

function given(url: string): Service {
  return { url, stop: async () => {} };
}
