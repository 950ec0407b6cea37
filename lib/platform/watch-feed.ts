import { z } from "zod";
import type { CacheEvent } from "@/lib/cache/events";
import type { RedisChannels } from "@/lib/platform/redis-channels";

/** Whoever watches says so here, again and again. */
export const WATCH_CHANNEL = "watch";
/** What processes tell while somebody watches. */
export const EVENTS_CHANNEL = "events";
/** Watching ends so long after the watcher was last heard. */
const WATCHED_FOR_MS = 5_000;
const FLUSH_MS = 100;
const BATCH_MAX = 500;

const WATCHED_EVENT = z.object({
  atMs: z.number(),
  kind: z.enum(["miss", "load", "load-failed", "stale", "redis"]),
  key: z.string(),
  /** What the event has to say beyond its key, for people. */
  detail: z.string(),
});

/** What one process has to tell of the last moment; `left` counts what there was no room for. */
export const WatchedBatch = z.object({
  process: z.number().int(),
  events: z.array(WATCHED_EVENT).max(BATCH_MAX),
  left: z.number().int(),
});
export type WatchedBatch = z.infer<typeof WatchedBatch>;
export type WatchedEvent = z.infer<typeof WATCHED_EVENT>;

export type WatchFeed = { observe(event: CacheEvent): void; close(): void };

/**
 * Tells what the cache of this process does, while somebody watches; otherwise an event costs one comparison. Hits are not told: they
 * are what silence means.
 */
export function createWatchFeed(channels: RedisChannels, now: () => number): WatchFeed {
  let watchedUntilMs = Number.NEGATIVE_INFINITY;
  let events: WatchedEvent[] = [];
  let left = 0;
  let flushing: NodeJS.Timeout | undefined;
  channels.listen(WATCH_CHANNEL, () => {
    watchedUntilMs = now() + WATCHED_FOR_MS;
  });

  const flush = () => {
    flushing = undefined;
    const batch: WatchedBatch = { process: process.pid, events, left };
    events = [];
    left = 0;
    void channels.publish(EVENTS_CHANNEL, JSON.stringify(batch));
  };
  return {
    observe(event) {
      if (now() > watchedUntilMs) return;
      const told = inWords(event);
      if (told === null) return;
      if (events.length < BATCH_MAX) events.push({ atMs: now(), ...told });
      else left += 1;
      flushing ??= setTimeout(flush, FLUSH_MS);
    },
    close: () => clearTimeout(flushing),
  };
}

/** An event as people read it, or null when it says nothing to them. */
function inWords(event: CacheEvent): Omit<WatchedEvent, "atMs"> | null {
  switch (event.kind) {
    case "miss":
      return {
        kind: "miss",
        key: event.key,
        detail: `${event.tier}: ${event.tag === null ? MISS[event.cause] : `changed by ${event.tag}`}`,
      };
    case "load": {
      const overtaken = event.isOvertaken ? ", overtaken by a change meanwhile" : "";
      const detail = `${event.tookMs.toFixed(1)} ms${overtaken}; depends on ${event.tags.join(" ")}`;
      return { kind: "load", key: event.key, detail };
    }
    case "load-failed":
      return { kind: "load-failed", key: event.key, detail: `${event.cause}: ${String(event.error)}` };
    case "stale-served":
      return { kind: "stale", key: event.key, detail: `${event.cause}, ${Math.round(event.ageMs)} ms old` };
    case "tier-failed":
      return {
        kind: "redis",
        key: event.keys.join(" "),
        detail: `${event.operation} failed: ${event.cause}`,
      };
    case "tier-breaker":
      return { kind: "redis", key: "", detail: event.isOpen ? "left alone for a while" : "asked again" };
    default:
      return null;
  }
}

const MISS = {
  absent: "not there",
  time: "its time is over",
  trust: "this process has to catch up first",
  tag: "changed",
  floor: "older than what is known of changes",
  identity: "of another database",
} as const;
