import { Redis } from "ioredis";
import type { Logger } from "pino";

/** Logical database 10 of 16, whatever the URL says: the portal's namespace on a shared Redis. */
const LOGICAL_DATABASE = 10;

/** What the portal keeps in Redis starts with this, channels included: logical databases do not separate those. */
export const PREFIX = "verandah:";

/**
 * Only a backstop: whoever asks waits for less, and counts that with the host's clock, which gives the event loop a turn to read an
 * answer that is there. ioredis's own timer would call it late whenever the process was busy.
 */
const COMMAND_WAIT_MS = 1_000;

/**
 * A client that fails at once rather than waits: nothing in Redis is needed for a correct answer, so a command that cannot be sent
 * now is a miss. ioredis's defaults would queue, retry and resend.
 */
export function connectRedis(url: string, logger: Logger): Redis {
  const client = new Redis(withoutDatabase(url), {
    db: LOGICAL_DATABASE,
    // Else each connection begins with CLIENT SETINFO, which Redis 7.0 does not know and the portal's access rules refuse.
    disableClientInfo: true,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    commandTimeout: COMMAND_WAIT_MS,
    connectTimeout: 1_000,
    retryStrategy: (attempt) => Math.min(100 * 2 ** attempt, 5_000),
  });
  let isAway = false;
  client.on("error", (error) => {
    if (!isAway) logger.warn({ err: error }, "Redis is away; answers come without it");
    isAway = true;
  });
  client.on("ready", () => {
    if (isAway) logger.info("Redis is back");
    isAway = false;
  });
  client.connect().catch(() => {});
  return client;
}

/** ioredis would take the logical database that a URL names before the one of its options. */
function withoutDatabase(url: string): string {
  const server = new URL(url);
  server.pathname = "";
  server.searchParams.delete("db");
  return server.href;
}
