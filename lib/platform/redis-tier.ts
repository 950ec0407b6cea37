import type { Redis } from "ioredis";
import type { Tier } from "@/lib/cache/tier";
import { PREFIX } from "@/lib/platform/redis";
import { decode, encode } from "@/lib/platform/redis-codec";

const SCAN_COUNT = 200;
const ENTRIES = `${PREFIX}q:`;

/**
 * The tier that processes share. A value that cannot be read comes back as something that is no entry: the core reports it by its
 * key and takes it for a miss, and the others of the same question are not harmed.
 */
export function createRedisTier(redis: Redis): Tier {
  return {
    async getMany(keys) {
      const found = await redis.mgetBuffer(keys.map((key) => ENTRIES + key));
      return found.map((bytes) => (bytes === null ? undefined : readable(bytes)));
    },
    async put(key, entry, keepForMs) {
      await redis.set(ENTRIES + key, await encode(entry), "PX", Math.max(1, Math.ceil(keepForMs)));
    },
    async delete(keys) {
      if (keys.length > 0) await redis.unlink(keys.map((key) => ENTRIES + key));
    },
  };
}

/** The keys of this database's entries, some of them maybe twice, as SCAN finds them; it asks for a bounded number at a time. */
export async function* scanKeys(redis: Redis, identity: string): AsyncGenerator<readonly string[]> {
  const pattern = `${ENTRIES}${identity.replace(/[[\]*?\\]/g, "\\$&")}|*`;
  let cursor = "0";
  do {
    const [next, found] = await redis.scan(cursor, "MATCH", pattern, "COUNT", SCAN_COUNT);
    cursor = next;
    yield found.map((key) => key.slice(ENTRIES.length));
  } while (cursor !== "0");
}

/** Where the entry of a key is, for people and tests who look. */
export function redisKey(key: string): string {
  return ENTRIES + key;
}

function readable(bytes: Buffer): unknown {
  try {
    return decode(bytes);
  } catch (error) {
    return { unreadable: String(error) };
  }
}
