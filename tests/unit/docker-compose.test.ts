import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const SERVICE = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.object({
    test: z.tuple([z.literal("CMD-SHELL"), z.string()]),
    interval: z.string(),
    timeout: z.string(),
    retries: z.int().positive(),
  }),
});
const COMPOSE = z.object({
  services: z.object({ postgres: SERVICE, redis: SERVICE }),
  volumes: z.record(z.string(), z.unknown()),
});

const { services, volumes } = COMPOSE.parse(parse(readFileSync("docker-compose.yml", "utf8")));
const { postgres, redis } = services;

test("both services say whether they are healthy", () => {
  expect(postgres.healthcheck.test[1]).toMatch(/^pg_isready .*--username=verandah/);
  expect(redis.healthcheck.test[1]).toMatch(/^redis-cli .*ping/);
});

test("without its password neither service starts, and the message says how to make one", () => {
  const required = (name: string) => new RegExp(`^\\$\\{${name}:\\?.*openssl rand -hex`);
  expect(postgres.environment.POSTGRES_PASSWORD).toMatch(required("POSTGRES_PASSWORD"));
  expect(redis.environment.REDISCLI_AUTH).toMatch(required("REDIS_PASSWORD"));
  expect(redis.command).toContainEqual(expect.stringMatching(/^>\$\{REDIS_PASSWORD:\?\}$/));
});

test("both services can be reached from this machine only", () => {
  for (const port of [...postgres.ports, ...redis.ports]) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test("the data of Postgres is in a named volume, at the path that images from 18 on write to", () => {
  expect(postgres.image).toBe("postgres:18");
  expect(postgres.volumes).toEqual(["postgres:/var/lib/postgresql"]);
  expect(volumes).toHaveProperty("postgres");
});

test("Redis keeps nothing on disk, is bounded, and lets its one user reach the portal's prefix only, by single commands", () => {
  const command = redis.command?.join(" ") ?? "";
  expect(command).toMatch(/--save {2}--appendonly no/);
  expect(command).toMatch(/--maxmemory 256mb --maxmemory-policy allkeys-lru/);
  expect(command).toMatch(/--user default off/);
  expect(command).toMatch(/--user verandah on \S+ ~verandah:\* &verandah:\*( \+[a-z]+)+$/);
  expect(redis.volumes).toBeUndefined();
});
