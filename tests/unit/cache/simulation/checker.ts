import { DEFAULT_LIMITS } from "@/lib/cache/limits";
import type { Content, Database } from "./database";

/** The bound that is promised for what other processes wrote. */
const BOUND_MS = DEFAULT_LIMITS.trustForMs;

/** What an answer must show at least, noted when it was asked for. */
export type Demand = {
  readonly startedAtMs: number;
  readonly epoch: number;
  readonly atLeast: Content;
};

/** What the process that asks must show of these tags: everything older than the bound, and everything that it wrote itself. */
export function demandOf(
  database: Database,
  tags: readonly string[],
  nowMs: number,
  ownWrites: ReadonlyMap<string, number>,
): Demand {
  const atLeast = Object.fromEntries(
    tags.map((tag) => [tag, Math.max(database.lastCommit(tag, nowMs - BOUND_MS), ownWrites.get(tag) ?? 0)]),
  );
  return { startedAtMs: nowMs, epoch: database.epoch, atLeast };
}

/** What is wrong with an answer that was not marked stale, in words; undefined when nothing is. */
export function faultOf(database: Database, demand: Demand, value: Content): string | undefined {
  if (database.epoch === demand.epoch)
    for (const [tag, least] of Object.entries(demand.atLeast)) {
      const shown = value[tag] ?? -1;
      if (shown < least)
        return `asked at ${demand.startedAtMs} ms, ${tag} shows commit ${shown}, not ${least}`;
    }
  if (demand.startedAtMs - database.restoredAtMs < BOUND_MS) return undefined;
  return phantomIn(database, value);
}

/** Commits that a restore undid must be gone from every answer asked for later. */
function phantomIn(database: Database, value: Content): string | undefined {
  const sequences = new Set(database.commits.map(({ sequence }) => sequence));
  for (const [tag, shown] of Object.entries(value))
    if (shown !== 0 && !sequences.has(shown)) return `${tag} shows commit ${shown}, which a restore undid`;
  return undefined;
}

/** What was changed together is seen together within one load. */
export function tornPairIn(database: Database, value: Content): string | undefined {
  for (const { sequence, tags } of database.commits) {
    const shown = tags.flatMap((tag) => value[tag] ?? []);
    const seen = shown.filter((last) => last >= sequence).length;
    if (seen !== 0 && seen !== shown.length) return `commit ${sequence} is seen in part`;
  }
  return undefined;
}
