import type { Redis } from "ioredis";
import { within } from "@/lib/cache/time";
import { cacheHost } from "@/lib/platform/cache-host";
import { PREFIX } from "@/lib/platform/redis";

/** Redis's publish and subscribe, under the portal's prefix. A message may be lost at any time: nothing may depend on one. */
export type RedisChannels = {
  /** Hears a channel from now on, also after the connection was lost and made again. */
  listen(name: string, hear: (text: string) => void): void;
  /** Resolves once Redis has taken it, or when it can't; never rejects. */
  publish(name: string, text: string): Promise<void>;
  close(): void;
};

/** What a process without Redis has instead. */
export const NO_CHANNELS: RedisChannels = { listen() {}, publish: async () => {}, close() {} };

/** Channels over this client, which publishes within `waitMs` or not at all, and a connection of their own, which listens. */
export function createRedisChannels(redis: Redis, waitMs: number): RedisChannels {
  const listeners = new Map<string, Set<(text: string) => void>>();
  // Left to itself, ioredis subscribes again after a reconnection without hearing of a failure: nonsense for an answer would end the process.
  const subscriber = redis.duplicate({ autoResubscribe: false });
  const subscribe = (channel: string) => void subscriber.subscribe(channel).catch(() => {});
  // The other connection tells the log that Redis is away.
  subscriber.on("error", () => {});
  subscriber.on("ready", () => {
    for (const channel of listeners.keys()) subscribe(channel);
  });
  subscriber.on("message", (channel: string, text: string) => {
    for (const hear of listeners.get(channel) ?? []) hear(text);
  });
  subscriber.connect().catch(() => {});
  return {
    listen(name, hear) {
      const channel = PREFIX + name;
      const hearing = listeners.get(channel) ?? new Set();
      listeners.set(channel, hearing.add(hear));
      if (hearing.size === 1 && subscriber.status === "ready") subscribe(channel);
    },
    async publish(name, text) {
      await within(cacheHost, waitMs, () => redis.publish(PREFIX + name, text)).catch(() => {});
    },
    close() {
      subscriber.disconnect();
    },
  };
}
