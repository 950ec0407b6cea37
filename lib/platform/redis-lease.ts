import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import type { Lease } from "@/lib/cache/tier";
import { PREFIX } from "@/lib/platform/redis";
import type { RedisChannels } from "@/lib/platform/redis-channels";

const LEASES = `${PREFIX}lease:`;
const RELEASED = "released";

/** Deletes a lease only if it is still ours (after its time it may be another's), and tells whoever waits for it. */
const RELEASE = `
  if redis.call("get", KEYS[1]) ~= ARGV[1] then return 0 end
  redis.call("unlink", KEYS[1])
  return redis.call("publish", ARGV[2], ARGV[3])`;

/**
 * Elects one loader per key among processes: whoever sets the key first. A holder that dies keeps it for `holdForMs`; whoever waits for
 * it waits no longer than the core lets them.
 */
export function createRedisLease(redis: Redis, channels: RedisChannels, holdForMs: number): Lease {
  const waiting = new Map<string, Set<() => void>>();
  channels.listen(RELEASED, (key) => {
    for (const wake of [...(waiting.get(key) ?? [])]) wake();
  });

  const release = async (key: string, token: string) => {
    await redis.eval(RELEASE, 1, LEASES + key, token, PREFIX + RELEASED, key);
  };
  return {
    async acquire(key) {
      // Listened for before asking: the holder may be done at any moment.
      const waiter = waitFor(key);
      const token = randomUUID();
      const set = await redis.set(LEASES + key, token, "PX", holdForMs, "NX").catch((error) => {
        waiter.giveUp();
        throw error;
      });
      if (set !== "OK") return { kind: "other", released: waiter.released };
      waiter.giveUp();
      return { kind: "holder", release: () => release(key, token) };
    },
  };

  function waitFor(key: string): { readonly released: Promise<void>; giveUp(): void } {
    const wakers = waiting.get(key) ?? new Set();
    waiting.set(key, wakers);
    let giveUp = () => {};
    const released = new Promise<void>((resolve) => {
      giveUp = () => {
        clearTimeout(forgetting);
        wakers.delete(giveUp);
        if (wakers.size === 0 && waiting.get(key) === wakers) waiting.delete(key);
        resolve();
      };
      // Nobody waits longer than the holder holds.
      const forgetting = setTimeout(giveUp, holdForMs).unref();
    });
    wakers.add(giveUp);
    return { released, giveUp };
  }
}
