import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { startRedis } from "@/lib/platform/services/redis";

/** A server of the test's own, to empty, fill up and turn into a replica. */
export type OwnRedis = {
  readonly url: string;
  /** May do everything, in the portal's logical database; says nothing to the server that it was not asked to. */
  readonly admin: Redis;
  stop(): Promise<void>;
};

export async function startOwnRedis(): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), "verandah-own-redis-"));
  const redis = await startRedis({ logFile: join(folder, "redis.log"), path: process.env.PATH ?? "" });
  if (!redis) throw new Error("There is no Redis on this machine; bin/test --install gets one.");
  const admin = connectAsked(redis.url);
  // A dump may lie in the folder where it started; it loads that, although it saves none.
  await admin.flushall();
  return {
    url: redis.url,
    admin,
    async stop() {
      admin.disconnect();
      await redis.process.stop({ hurry: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A client that sends what it is told to and nothing of its own accord but who it is. */
export function connectAsked(url: string): Redis {
  return new Redis(url, { disableClientInfo: true, enableReadyCheck: false });
}
