import { z } from "zod";

const PORT = z.coerce.number().int().min(1).max(65_535);
const SWITCH = z.enum(["on", "off"]).default("on");

function whole(min: number, max: number) {
  return z.coerce.number().int().min(min).max(max);
}

function url(...protocols: readonly string[]) {
  return z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
    );
}

/** Every variable that the portal reads, with its default; .env.example says the same to people. */
export const ENV = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: url("postgres:", "postgresql:"),
  REDIS_URL: url("redis:", "rediss:").optional(),
  HOST: z.string().min(1).optional(),
  PORT: PORT.default(3000),
  PUBLIC_URL: url("http:", "https:").optional(),
  TRUST_PROXY: whole(0, 10).default(0),
  WEB_CONCURRENCY: whole(1, 64).default(1),
  METRICS_PORT: PORT.optional(),
  METRICS_HOST: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  SEARCH_CURSOR_KEY: z.string().min(16).optional(),
  MAP_STYLE_URL: url("http:", "https:").optional(),
  MEDIA_DIR: z.string().min(1).default(".data/media"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  DATABASE_POOL_MAX: whole(1, 500).default(10),
  DATABASE_CONNECT_TIMEOUT_MS: whole(100, 60_000).default(5_000),
  DATABASE_STATEMENT_TIMEOUT_MS: whole(100, 600_000).default(15_000),
  REDIS_TIMEOUT_MS: whole(5, 1_000).default(50),
  CACHE_MEMORY: SWITCH,
  CACHE_SHARED: SWITCH,
  CACHE_ENTRIES_MAX: whole(1, 10_000_000).default(100_000),
  CACHE_MEGABYTES_MAX: whole(1, 65_536).default(256),
  CACHE_LOADS_MAX: whole(1, 500).default(8),
  CACHE_LOAD_SOFT_MS: whole(10, 60_000).default(1_000),
  CACHE_LOAD_HARD_MS: whole(50, 120_000).default(10_000),
  CACHE_TRUST_MS: whole(60, 250).default(100),
  JOURNAL_POLL_MS: whole(10, 200).default(50),
  JOURNAL_RETENTION_HOURS: whole(72, 8_760).default(96),
  AUDIT_PER_SECOND: whole(0, 1_000).default(2),
  CACHE_RESPONSES: SWITCH,
  RENDER_PROCESS: SWITCH,
  RENDERS_MAX: whole(1, 500).optional(),
  CDN_MAX_AGE_S: whole(0, 86_400).default(0),
  CDN_PURGE_URL: url("http:", "https:").optional(),
  CDN_PURGE_TOKEN: z.string().min(16).optional(),
});

export type Env = Readonly<z.infer<typeof ENV>>;

/**
 * The environment, checked. Throws one Error that names every problem at once, each with its variable.
 * An empty variable counts as not set.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  return check(ENV, source);
}

/** What the launchers and the commands read: they find or start the services that the portal needs. */
const LAUNCH_ENV = ENV.pick({
  REDIS_URL: true,
  HOST: true,
  PORT: true,
  PUBLIC_URL: true,
  METRICS_PORT: true,
}).extend({
  DATABASE_URL: ENV.shape.DATABASE_URL.optional(),
  CHROME_PATH: z.string().optional(),
  CI: z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== "false" && value !== "0"),
  PATH: z.string().default(""),
});

export type LaunchEnv = Readonly<z.infer<typeof LAUNCH_ENV>>;

/** As readEnv, for launchers and commands. */
export function readLaunchEnv(source: Readonly<Record<string, string | undefined>> = process.env): LaunchEnv {
  return check(LAUNCH_ENV, source);
}

function check<T>(schema: z.ZodType<T>, source: Readonly<Record<string, string | undefined>>): T {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return given[name] === undefined ? `  ${name} is not set` : `  ${name}: ${issue.message}`;
  });
  throw new Error(`The environment is not complete (see .env.example):\n${problems.join("\n")}`);
}
