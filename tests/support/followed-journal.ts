import { ChangeClock, type ClockLimits } from "@/lib/cache/change-clock";
import type { CacheEvent } from "@/lib/cache/events";
import { cacheHost } from "@/lib/platform/cache-host";
import {
  createJournalTail,
  type PollFigures,
  TAIL_LIMITS,
  type TailLimits,
} from "@/lib/platform/journal-tail";

/** A clock that follows the journal of a database, with what it and its tail say. */
export function followJournal(
  databaseUrl: string,
  limits: Partial<TailLimits> = {},
  clockLimits: ClockLimits = { tagsMax: 10_000, xidsPerTagMax: 64 },
) {
  const events: CacheEvent[] = [];
  const polls: PollFigures[] = [];
  const left: string[] = [];
  const clock = new ChangeClock(clockLimits, (event) => events.push(event));
  const tail = createJournalTail({
    databaseUrl,
    clock,
    host: cacheHost,
    limits: { ...TAIL_LIMITS, ...limits },
    observe: (figures) => polls.push(figures),
    leaveDatabase: async () => void left.push(String(clock.identity)),
  });
  /** What a value loaded now, that depends on these tags, would be stamped with. */
  const stampFor = (...tags: readonly string[]) => {
    if (clock.identity === undefined) throw new Error("Nothing is followed yet.");
    return { identity: clock.identity, stamp: clock.seen, tags };
  };
  return { clock, tail, events, polls, left, stampFor };
}
