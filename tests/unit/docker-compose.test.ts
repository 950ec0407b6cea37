import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DCLinter } from "dclint";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ENV } from "@/lib/env";
import { scratchFolder } from "@/tests/support/scratch-folder";

const FILE = "docker-compose.yml";
const SERVICE = z.object({
  image: z.string(),
  user: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z
    .union([
      z.object({ disable: z.literal(true) }),
      z.object({ test: z.array(z.string()), retries: z.int() }),
    ])
    .optional(),
});
const NAMES = [
  "postgres",
  "redis",
  "migrate",
  "portal-1",
  "portal-2",
  "nginx",
  "prometheus",
  "grafana",
] as const;
const COMPOSE = z.object({
  services: z.record(z.enum(NAMES), SERVICE),
  volumes: z.record(z.string(), z.unknown()),
});

const text = readFileSync(FILE, "utf8");
const { services, volumes } = COMPOSE.parse(parse(text, { merge: true }));
const { postgres, redis, nginx, prometheus, grafana } = services;

/** What the Compose specification's own schema does not allow; the linter's matters of taste are left out. */
function schemaErrors(file: string): string[] {
  const results = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] }).lintFiles(
    [file],
    false,
  );
  const messages = results.flatMap(({ messages }) => messages);
  return messages.filter(({ type }) => type === "error").map(({ message }) => message);
}

test("the file is what the Compose specification allows", () => {
  expect(schemaErrors(FILE)).toEqual([]);
});

test("what the specification does not know is found", () => {
  const file = join(scratchFolder(), "docker-compose.yml");
  writeFileSync(file, text.replace("start_interval:", "begin_interval:"));
  expect(schemaErrors(file)).not.toEqual([]);
});

test("every service that stays says whether it is healthy, and is waited for until it is", () => {
  const { migrate, ...staying } = services;
  for (const [name, { healthcheck }] of Object.entries(staying))
    expect(healthcheck, name).toMatchObject({ retries: expect.any(Number) });
  for (const [name, { depends_on }] of Object.entries(services))
    for (const [needed, { condition }] of Object.entries(depends_on))
      expect(condition, `${name} needs ${needed}`).toBe(
        needed === "migrate" ? "service_completed_successfully" : "service_healthy",
      );
  expect(migrate.depends_on).toHaveProperty("postgres");
  expect(nginx.depends_on).toHaveProperty("portal-2");
});

test("migrations run once before either instance starts", () => {
  expect(services.migrate.command).toEqual(["verandah", "migrate"]);
  for (const name of ["portal-1", "portal-2"] as const)
    expect(services[name].depends_on).toHaveProperty("migrate");
});

test("without its password no service starts, and the message says how to make one", () => {
  const required = (name: string) => new RegExp(`^\\$\\{${name}:\\?.*openssl rand -hex`);
  expect(postgres.environment.POSTGRES_PASSWORD).toMatch(required("POSTGRES_PASSWORD"));
  expect(redis.environment.REDISCLI_AUTH).toMatch(required("REDIS_PASSWORD"));
  expect(redis.command).toContainEqual(expect.stringMatching(/^>\$\{REDIS_PASSWORD:\?\}$/));
  expect(grafana.environment.GF_SECURITY_ADMIN_PASSWORD).toMatch(required("GRAFANA_PASSWORD"));
  // No password has a default, and none stands in the file.
  expect(text).not.toMatch(/PASSWORD:?-/);
});

test("everything that can be reached from outside the engine can be from this machine only", () => {
  for (const { ports } of Object.values(services))
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  for (const name of ["portal-1", "portal-2"] as const) expect(services[name].ports).toEqual([]);
});

test("nginx reaches no database, and Grafana nothing but Prometheus", () => {
  expect(nginx.networks).toEqual(["front"]);
  expect(grafana.networks).toEqual(["watch"]);
  const watched = Object.entries(services).filter(([, { networks }]) => networks.includes("watch"));
  expect(watched.map(([name]) => name)).toEqual(["prometheus", "grafana"]);
  expect(prometheus.networks).toContain("back");
});

test("the instances are set with variables that the portal has, to values that it takes", () => {
  const { environment } = services["portal-1"];
  expect(Object.keys(ENV.shape)).toEqual(expect.arrayContaining(Object.keys(environment)));
  const filled = Object.entries(environment).map(([name, value]) => [
    name,
    value.replace(/\$\{\w+:-([^}]*)\}/g, "$1").replace(/\$\{\w+:\?[^}]*\}/g, "abc123"),
  ]);
  const env = ENV.parse(Object.fromEntries(filled));
  expect(env).toMatchObject({ TRUST_PROXY: 1, WEB_CONCURRENCY: 1, METRICS_PORT: 9464, HOST: "0.0.0.0" });
});

test("what is mounted from the repository exists", () => {
  const mounted = Object.values(services).flatMap(({ volumes }) =>
    volumes.filter((volume) => volume.startsWith("./")),
  );
  expect(mounted.length).toBeGreaterThan(3);
  for (const volume of mounted) {
    expect(existsSync(volume.split(":")[0] ?? ""), volume).toBe(true);
    expect(volume).toMatch(/:ro$/);
  }
});

test("the data of Postgres is in a named volume, at the path that images from 18 on write to", () => {
  expect(postgres.image).toBe("postgres:18");
  expect(postgres.volumes).toEqual(["postgres:/var/lib/postgresql"]);
  expect(volumes).toHaveProperty("postgres");
});

test("Redis keeps nothing on disk, is bounded, and lets its one user reach the portal's prefix only, by single commands", () => {
  const command = redis.command?.join(" ") ?? "";
  expect(command).toMatch(/--save {2}--appendonly no/);
  expect(command).toMatch(/--maxmemory 512mb --maxmemory-policy allkeys-lru/);
  expect(command).toMatch(/--user default off/);
  expect(command).toMatch(/--user verandah on \S+ ~verandah:\* &verandah:\*( \+[a-z]+)+$/);
  expect(redis.volumes).toEqual([]);
});
