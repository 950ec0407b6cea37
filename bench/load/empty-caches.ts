import { Redis } from "ioredis";
import { connectClient } from "@/lib/platform/postgres-client";

/** Empties every cache: Redis is flushed, and what processes hold in memory becomes another database's, as after a restore. */
export async function emptyCaches(urls: {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}): Promise<void> {
  const client = await connectClient(urls.databaseUrl);
  await client.query("UPDATE cache_state SET epoch = epoch + 1").finally(() => client.end());
  const redis = new Redis(urls.redisUrl);
  await redis.flushall().finally(() => redis.disconnect());
}
