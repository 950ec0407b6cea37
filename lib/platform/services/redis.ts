import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { AppError } from "@/lib/errors";
import { freePort } from "@/lib/platform/services/ports";
import { findRedisServer, type RedisServer } from "@/lib/platform/services/redis-server";
import { type ServiceProcess, startService, tailOf, within } from "@/lib/platform/services/service-process";

export type RedisOptions = {
  /** Where its log goes. */
  readonly logFile: string;
  /** Where to look for the program first; usually the PATH. */
  readonly path: string;
  /** The URL of one that ended, to take its place. */
  readonly url?: string;
  readonly onStart?: (process: ServiceProcess) => void;
};

export type EmbeddedRedis = { readonly url: string; readonly process: ServiceProcess };

const READY_WAIT_MS = 10_000;
/** The portal's logical database of 16. */
const LOGICAL_DATABASE = 10;

/**
 * A Redis of our own on a free port of 127.0.0.1, with a random password and nothing kept on disk; undefined when this machine has
 * neither Redis nor Valkey (the portal runs without). AppError unavailable when there is one and it does not start.
 */
export async function startRedis(options: RedisOptions): Promise<EmbeddedRedis | undefined> {
  const server = findRedisServer(options.path);
  return server && launch(server, options);
}

async function launch(
  server: RedisServer,
  { logFile, onStart, ...given }: RedisOptions,
): Promise<EmbeddedRedis> {
  const url = given.url ?? (await freshUrl());
  const process = await startService({
    name: "Redis",
    command: server.command,
    argv0: server.argv0,
    args: ["-"],
    // On its input, where no list of processes shows the password.
    input: configuration(new URL(url)),
    logFile,
    env: { LC_ALL: "C" },
    stopSignals: [["SIGTERM", 5_000]],
    onStart,
  });
  if (await untilReady(process, url)) return { url, process };
  await process.stop({ hurry: true });
  throw new AppError("unavailable", `Redis did not start. The end of ${logFile}:\n${tailOf(logFile)}`);
}

async function freshUrl(): Promise<string> {
  const password = randomBytes(24).toString("base64url");
  return `redis://:${password}@127.0.0.1:${await freePort()}/${LOGICAL_DATABASE}`;
}

function configuration({ port, password }: URL): string {
  return [
    `port ${port}`,
    "bind 127.0.0.1",
    `requirepass ${password}`,
    'save ""',
    "appendonly no",
    // Else it would load whatever dump.rdb lies in the folder that it starts in.
    "dbfilename verandah-keeps-nothing.rdb",
    "databases 16",
    "",
  ].join("\n");
}

async function untilReady(process: ServiceProcess, url: string): Promise<boolean> {
  for (const deadline = Date.now() + READY_WAIT_MS; Date.now() < deadline; ) {
    if (await answers(url)) return true;
    if (await within(50, process.ended)) return false;
  }
  return false;
}

/** Whether a Redis answers at this URL. */
export async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 1_000,
    commandTimeout: 1_000,
    retryStrategy: () => null,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.ping()) === "PONG";
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
