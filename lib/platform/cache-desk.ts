import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Cache } from "@/lib/cache/cache";
import type { ChangeClock } from "@/lib/cache/change-clock";
import { formatSnapshot } from "@/lib/cache/snapshot";
import type { CacheCounts } from "@/lib/platform/cache-counts";
import type { RedisChannels } from "@/lib/platform/redis-channels";

const ASK_CHANNEL = "ask";
const ANSWERS_CHANNEL = "answers";

const Question = z.object({ id: z.string(), key: z.string().nullable() });

const HELD = z.object({
  loadedAtMs: z.number(),
  freshUntilMs: z.number(),
  stamp: z.string(),
  tags: z.array(z.string()),
  /** What has overtaken it, in words; null when it answers as fresh. */
  overtakenBy: z.string().nullable(),
});
const COUNTS = z.object({
  memoryHits: z.number(),
  sharedHits: z.number(),
  misses: z.number(),
  loads: z.number(),
  failedLoads: z.number(),
  stale: z.number(),
  loadingMs: z.number(),
});

/** What one process says of its cache. */
export const DeskAnswer = z.object({
  id: z.string(),
  process: z.number().int(),
  upForMs: z.number(),
  pollAgeMs: z.number().nullable(),
  identity: z.string().nullable(),
  entries: z.number(),
  bytes: z.number(),
  reads: z.record(z.string(), COUNTS),
  invalidations: z.record(z.string(), z.number()),
  /** The entry of the key that was asked for; null when memory has none. */
  held: HELD.nullable(),
});
export type DeskAnswer = z.infer<typeof DeskAnswer>;

type Desk = {
  readonly cache: Cache;
  readonly clock: ChangeClock;
  readonly counts: CacheCounts;
  readonly channels: RedisChannels;
  readonly now: () => number;
};

/** Lets this process answer whoever asks what its cache holds and does. Values are never told, only what they depend on. */
export function openCacheDesk({ cache, clock, counts, channels, now }: Desk): void {
  const startedAtMs = now();
  channels.listen(ASK_CHANNEL, (text) => {
    const asked = Question.safeParse(parseJson(text));
    if (!asked.success) return;
    const { id, key } = asked.data;
    const answer: DeskAnswer = {
      id,
      process: process.pid,
      upForMs: now() - startedAtMs,
      pollAgeMs: Number.isFinite(clock.polledAtMs) ? now() - clock.polledAtMs : null,
      identity: clock.identity ?? null,
      entries: cache.size.entries,
      bytes: cache.size.bytes,
      reads: Object.fromEntries(counts.reads),
      invalidations: { ...counts.invalidations },
      held: key === null ? null : heldUnder(key, cache, clock),
    };
    void channels.publish(ANSWERS_CHANNEL, JSON.stringify(answer));
  });
}

/** Asks every process, and answers with what came within `waitMs`; a process that follows no Redis hears nothing. */
export async function askDesks(
  channels: RedisChannels,
  key: string | null,
  waitMs: number,
): Promise<readonly DeskAnswer[]> {
  const id = randomUUID();
  const answers: DeskAnswer[] = [];
  channels.listen(ANSWERS_CHANNEL, (text) => {
    const answer = DeskAnswer.safeParse(parseJson(text));
    if (answer.success && answer.data.id === id && answer.data.process !== process.pid)
      answers.push(answer.data);
  });
  // Once more: the first question may go out before the ear is open.
  for (let asked = 0; asked < 2; asked++) {
    await channels.publish(ASK_CHANNEL, JSON.stringify({ id, key }));
    await new Promise((resolve) => setTimeout(resolve, waitMs / 2));
  }
  const latest = new Map(answers.map((answer) => [answer.process, answer]));
  return [...latest.values()].sort((a, b) => a.process - b.process);
}

function heldUnder(key: string, cache: Cache, clock: ChangeClock): z.infer<typeof HELD> | null {
  const entry = cache.heldUnder(key)?.entry;
  if (entry === undefined) return null;
  const overtaking = clock.overtakenBy(entry);
  return {
    loadedAtMs: entry.loadedAtMs,
    freshUntilMs: entry.freshUntilMs,
    stamp: formatSnapshot(entry.stamp),
    tags: [...entry.tags],
    overtakenBy: overtaking === null ? null : (overtaking.tag ?? overtaking.cause),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
