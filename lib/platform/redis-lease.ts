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

const RENEW = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("pexpire", KEYS[1], ARGV[2]) end return 0`;

/** A lease lasts so long after its holder was last heard; who died, or was cut off, holds up the others no longer. */
const HELD_FOR_MS = 600;
const RENEW_EVERY_MS = 150;
/** Longer than the longest load by far: a holder that forgets to release does not hold for ever. */
const RENEWALS_MAX = 200;
/** Messages get lost: whoever waits looks again after so long. */
const LOOK_AGAIN_MS = 150;

/**
 * Elects one loader per key among processes: whoever sets the key first, and says again and again that it is still loading. Whoever waits
 * hears of the end, or looks again by themselves.
 */
export function createRedisLease(redis: Redis, channels: RedisChannels): Lease {
  const waiting = new Map<string, Set<() => void>>();
  channels.listen(RELEASED, (key) => {
    for (const wake of [...(waiting.get(key) ?? [])]) wake();
  });

  const release = async (key: string, token: string, renewing: NodeJS.Timeout) => {
    clearInterval(renewing);
    await redis.eval(RELEASE, 1, LEASES + key, token, PREFIX + RELEASED, key);
  };
  return {
    async acquire(key) {
      // Listened for before asking: the holder may be done at any moment.
      const waiter = waitFor(key);
      const token = randomUUID();
      const set = await redis.set(LEASES + key, token, "PX", HELD_FOR_MS, "NX").catch((error) => {
        waiter.giveUp();
        throw error;
      });
      if (set !== "OK") return { kind: "other", released: waiter.released };
      waiter.giveUp();
      let renewals = 0;
      const renewing = setInterval(() => {
        if (++renewals > RENEWALS_MAX) clearInterval(renewing);
        redis.eval(RENEW, 1, LEASES + key, token, HELD_FOR_MS).catch(() => {});
      }, RENEW_EVERY_MS).unref();
      return { kind: "holder", release: () => release(key, token, renewing) };
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
      const forgetting = setTimeout(giveUp, LOOK_AGAIN_MS);
    });
    wakers.add(giveUp);
    return { released, giveUp };
  }
}
