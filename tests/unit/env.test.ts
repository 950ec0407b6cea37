import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ENV, readEnv } from "@/lib/env";

const DATABASE_URL = "postgres://verandah@127.0.0.1:5432/verandah";

test(".env.example names every variable of the portal, and no other, with the default that it has", () => {
  const { portal } = documentedVariables();
  const defaults: Readonly<Record<string, unknown>> = {
    ...readEnv({ DATABASE_URL }),
    DATABASE_URL: undefined,
  };
  const expected = Object.keys(ENV.shape).map((name) => [name, String(defaults[name] ?? "")]);
  expect([...portal].sort()).toEqual(expected.sort());
});

test(".env.example names the variables of docker-compose.yml, with the default that each has there", () => {
  const { compose } = documentedVariables();
  const text = readFileSync("docker-compose.yml", "utf8");
  const used = [...text.matchAll(/\$\{([A-Z_]+)(?::-([^}]*))?/g)].map(([, name, value]) => [
    name,
    value ?? "",
  ]);
  expect(Object.fromEntries(compose)).toEqual(Object.fromEntries(used));
});

test("with only a database given, everything else has a default or is absent", () => {
  expect(readEnv({ DATABASE_URL })).toEqual({
    NODE_ENV: "development",
    DATABASE_URL,
    PORT: 3000,
    TRUST_PROXY: 0,
    WEB_CONCURRENCY: 1,
    MEDIA_DIR: ".data/media",
    LOG_LEVEL: "info",
    DATABASE_POOL_MAX: 10,
    DATABASE_CONNECT_TIMEOUT_MS: 5_000,
    DATABASE_STATEMENT_TIMEOUT_MS: 15_000,
    REDIS_TIMEOUT_MS: 50,
    CACHE_MEMORY: "on",
    CACHE_SHARED: "on",
    CACHE_ENTRIES_MAX: 100_000,
    CACHE_MEGABYTES_MAX: 256,
    CACHE_LOADS_MAX: 8,
    CACHE_LOAD_SOFT_MS: 1_000,
    CACHE_LOAD_HARD_MS: 10_000,
    CACHE_TRUST_MS: 100,
    JOURNAL_POLL_MS: 50,
    JOURNAL_RETENTION_HOURS: 96,
    AUDIT_PER_SECOND: 2,
    CACHE_RESPONSES: "on",
    RENDER_PROCESS: "on",
    CDN_MAX_AGE_S: 0,
  });
});

test("an empty variable counts as not set", () => {
  expect(readEnv({ DATABASE_URL, REDIS_URL: "", PORT: "" })).toEqual(readEnv({ DATABASE_URL }));
  expect(() => readEnv({ DATABASE_URL: "" })).toThrow("  DATABASE_URL is not set");
});

test("all problems are named at once, each on its line with its variable", () => {
  const given = { REDIS_URL: "127.0.0.1:6379", PORT: "70000", LOG_LEVEL: "loud" };
  expect(messageOf(given).split("\n")).toEqual([
    "The environment is not complete (see .env.example):",
    "  DATABASE_URL is not set",
    "  REDIS_URL: must be a URL that starts with redis:// or rediss://",
    expect.stringMatching(/^ {2}PORT: .*65535/),
    expect.stringMatching(/^ {2}LOG_LEVEL: .*"info"/),
  ]);
});

test.for([
  ["DATABASE_URL", "mysql://localhost/verandah"],
  ["DATABASE_URL", "verandah"],
  ["PUBLIC_URL", "ftp://homes.example"],
  ["PORT", "0"],
  ["PORT", "80.5"],
  ["PORT", "http"],
  ["DATABASE_POOL_MAX", "0"],
  ["DATABASE_CONNECT_TIMEOUT_MS", "99"],
  ["DATABASE_STATEMENT_TIMEOUT_MS", "600001"],
] as const)("%s=%s is refused", ([name, value]) => {
  expect(messageOf({ DATABASE_URL, [name]: value })).toMatch(new RegExp(`^  ${name}: \\S`, "m"));
});

test("a refusal repeats no value, since an address may hold a password", () => {
  expect(messageOf({ DATABASE_URL: "mysql://verandah:s3cret@localhost/verandah" })).not.toContain("s3cret");
});

function messageOf(given: Readonly<Record<string, string>>): string {
  try {
    readEnv(given);
  } catch (thrown) {
    if (thrown instanceof Error) return thrown.message;
  }
  throw new Error("readEnv accepted what it should refuse.");
}

type Variables = readonly (readonly [name: string, value: string])[];

function documentedVariables(): { portal: Variables; compose: Variables } {
  const [, portal = "", cache = "", compose = ""] = readFileSync(".env.example", "utf8").split(/^# --- .*$/m);
  const read = (text: string) =>
    [...text.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value] as const);
  return { portal: [...read(portal), ...read(cache)], compose: read(compose) };
}
