import { Redis } from "ioredis";
import type { Logger } from "pino";

/** Logical database 10 of 16, whatever the URL says: the portal's namespace on a shared Redis. */
const LOGICAL_DATABASE = 10;

/** What the portal keeps in Redis starts with this, channels included: logical databases do not separate those. */
export const PREFIX = "verandah:";

/**
 * A client that fails at once rather than waits: nothing in Redis is needed for a correct answer, so a command that
 * cannot be sent now, or is not answered within `timeoutMs`, is a miss. ioredis's defaults would queue, retry and resend.
 */
export function connectRedis(url: string, timeoutMs: number, logger: Logger): Redis {
  const client = new Redis(url, {
    db: LOGICAL_DATABASE,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    commandTimeout: timeoutMs,
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
