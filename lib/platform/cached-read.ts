import type { Answer } from "@/lib/cache/answer";
import type { StaleCause, TierName } from "@/lib/cache/events";
import type { Load, LoadMany, Read } from "@/lib/cache/read";
import { AppError } from "@/lib/errors";
import { runtime } from "@/lib/platform/runtime";

/** Where one read of a request was answered from; lib/http/cache-status.ts makes headers of it. */
export type ReadProvenance = {
  /** The name of the read's shape. */
  readonly read: string;
  readonly tier: TierName | "origin";
  readonly ageMs: number;
  readonly expiresInMs: number;
  readonly staleCause: StaleCause | null;
  readonly tookMs: number;
};

/**
 * The answer to a read through the cache of this process, noted on the request that asked. Rejects with what the load rejected with,
 * or AppError unavailable when there was no room or no time to load and nothing stale to answer with.
 */
export function cachedRead<V>(read: Read<V>, load: Load<V>): Promise<V> {
  const { cache, request } = runtime();
  const reads = request.getStore()?.reads;
  if (reads === undefined) return cache.read(read, load).catch(refuseWhenBusy);
  const startedAtMs = performance.now();
  const note = (answer: Answer<V>): V => {
    const { tier, ageMs, expiresInMs, staleCause } = answer;
    const tookMs = performance.now() - startedAtMs;
    reads.push({ read: read.shape.name, tier, ageMs, expiresInMs, staleCause, tookMs });
    return answer.value;
  };
  const held = cache.readHeld(read, load);
  if (held !== undefined) return Promise.resolve(note(held));
  return cache.readWithProvenance(read, load).then(note, refuseWhenBusy);
}

/**
 * The answer to a read of which nothing stale will do: from the cache as long as that can vouch for it, else loaded past it. Rejects with
 * what the load rejected with, or AppError unavailable when there was no room or no time to load.
 */
export async function currentRead<V>(read: Read<V>, load: Load<V>): Promise<V> {
  const { cache } = runtime();
  const { value, staleCause } = await cache.readWithProvenance(read, load).catch(refuseWhenBusy);
  return staleCause === null ? value : cache.writing(() => cache.read(read, load));
}

/** As cachedRead for several reads, with one look-up and one load for all that are missing; answers in their order. */
export function cachedReads<V>(reads: readonly Read<V>[], loadMany: LoadMany<V>): Promise<V[]> {
  return runtime().cache.readMany(reads, loadMany).catch(refuseWhenBusy);
}

/** Why a part of what was read is older than it should be; null when none is. What is only past its fresh time is being renewed. */
export function staleCauseOf(reads: readonly ReadProvenance[]): "trust" | "error" | "slow" | null {
  for (const { staleCause } of reads) if (staleCause !== null && staleCause !== "time") return staleCause;
  return null;
}

/** By name: a class has one copy per bundle. */
const BUSY: ReadonlySet<string> = new Set(["LoadRefusedError", "TimeLimitError"]);

function refuseWhenBusy(thrown: unknown): never {
  if (!(thrown instanceof Error && BUSY.has(thrown.name))) throw thrown;
  throw new AppError(
    "unavailable",
    "The portal is busy and could not answer in time; try again in a moment.",
    {
      cause: thrown,
    },
  );
}
