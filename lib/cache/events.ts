import type { Taint } from "./load-scope";
import type { Xid } from "./snapshot";

export type TierName = "memory" | "shared";

/** Why an answer is marked stale: its fresh time is over, its load failed or is slow, or the process cannot know what changed. */
export type StaleCause = "time" | "error" | "slow" | "trust";

/** Why an entry no longer answers for now. */
export type OvertakenCause = "tag" | "floor" | "identity";

type OfRead = { readonly read: string; readonly key: string };

export type CacheEvent =
  | (OfRead & { readonly kind: "hit"; readonly tier: TierName; readonly staleCause: StaleCause | null })
  | (OfRead & {
      readonly kind: "miss";
      readonly tier: TierName;
      readonly cause: "absent" | "time" | "trust" | OvertakenCause;
      /** The tag whose change ended the entry; null for every other cause. */
      readonly tag: string | null;
    })
  | (OfRead & {
      readonly kind: "load";
      readonly tookMs: number;
      readonly isOvertaken: boolean;
      readonly tags: readonly string[];
    })
  | (OfRead & {
      readonly kind: "load-failed";
      readonly cause: "error" | "time" | "busy";
      readonly error: unknown;
    })
  | (OfRead & { readonly kind: "load-slow" })
  | (OfRead & { readonly kind: "stale-served"; readonly cause: StaleCause; readonly ageMs: number })
  | (OfRead & { readonly kind: "wait"; readonly for: "flight" | "lease" | "load-slot" | "catch-up" })
  | (OfRead & { readonly kind: "renewal"; readonly cause: "early" | "time" | "trust" })
  | (OfRead & { readonly kind: "renewal-refused" })
  | (OfRead & {
      readonly kind: "not-stored";
      readonly cause: "overtaken" | "size" | "not-plain" | "no-identity" | Taint;
    })
  | (OfRead & { readonly kind: "bypass" })
  | (OfRead & { readonly kind: "evicted" })
  | {
      readonly kind: "tier-failed";
      readonly operation: "get" | "put" | "delete" | "lease" | "release";
      readonly cause: "error" | "time" | "garbage";
      /** The keys concerned; what failed for garbage is named by its one key. */
      readonly keys: readonly string[];
      readonly error: unknown;
    }
  | { readonly kind: "tier-breaker"; readonly isOpen: boolean }
  | {
      readonly kind: "changes";
      readonly rows: readonly { readonly xid: Xid; readonly tags: readonly string[] }[];
      readonly version: number;
    }
  | { readonly kind: "floor-raised"; readonly cause: "missed" | "tags" }
  | {
      readonly kind: "identity-changed";
      readonly from: string | undefined;
      readonly to: string;
    }
  /** The database's transaction ids ran backwards under one identity: it was restored without raising the epoch. */
  | { readonly kind: "identity-lost"; readonly identity: string };

export type Observe = (event: CacheEvent) => void;

/** A sink that can fail without failing a read. */
export function harmless(observe: Observe): Observe {
  return (event) => {
    try {
      observe(event);
    } catch {
      // Whoever observes reports its own failures; there is nobody left here to tell.
    }
  };
}
