import type { TestProject } from "vitest/node";
import { connectClient } from "@/lib/platform/postgres-client";
import { migrate } from "@/prisma/migrate";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
    templateName: string;
    redisUrl: string;
  }
}

/** Once per run: a migrated template that every test database is copied from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgresUrl = process.env.VERANDAH_TEST_DATABASE_URL;
  const redisUrl = process.env.VERANDAH_TEST_REDIS_URL;
  if (!postgresUrl || !redisUrl)
    throw new Error("Run bin/test, or set VERANDAH_TEST_DATABASE_URL and VERANDAH_TEST_REDIS_URL.");
  const templateName = `verandah_template_${process.pid}`;
  await statement(postgresUrl, `DROP DATABASE IF EXISTS ${templateName}`);
  await statement(postgresUrl, `CREATE DATABASE ${templateName}`);
  await migrate(databaseAt(postgresUrl, templateName));
  project.provide("postgresUrl", postgresUrl);
  project.provide("templateName", templateName);
  project.provide("redisUrl", redisUrl);
  return () => statement(postgresUrl, `DROP DATABASE ${templateName} WITH (FORCE)`);
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
