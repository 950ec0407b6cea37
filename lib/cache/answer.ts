import type { StaleCause, TierName } from "./events";
import type { Outcome } from "./flight";
import type { Snapshot } from "./snapshot";

/** A value with where it came from. */
export type Answer<V> = {
  readonly value: V;
  readonly tier: TierName | "origin";
  /** Since its load began. */
  readonly ageMs: number;
  /** Until its fresh time ends; 0 when it has. */
  readonly expiresInMs: number;
  readonly isStale: boolean;
  readonly staleCause: StaleCause | null;
  /** Whether anybody may keep it: not what is stale, or was kept out of the tiers for what it was made of. */
  readonly isKeepable: boolean;
  readonly tags: readonly string[];
  readonly stamp: Snapshot;
  /** The database that it was read from. */
  readonly identity: string;
};

export function answerOf<V>({ entry, tier, staleCause, taint }: Outcome<V>, nowMs: number): Answer<V> {
  return {
    value: entry.value,
    tier,
    ageMs: Math.max(0, nowMs - entry.loadedAtMs),
    expiresInMs: Math.max(0, entry.freshUntilMs - nowMs),
    isStale: staleCause !== null,
    staleCause,
    isKeepable: taint === null,
    tags: entry.tags,
    stamp: entry.stamp,
    identity: entry.identity,
  };
}
