import { RESPONSE } from "@/lib/http/response-read";
import type { ReadProvenance } from "@/lib/platform/cached-read";

type Source = {
  readonly tier?: ReadProvenance["tier"];
  /** Whether it was stored as a whole, and not put together from what was. */
  readonly isWhole?: true;
  readonly ageMs?: number;
  readonly stale?: string;
};

const DISTANCE: Readonly<Record<ReadProvenance["tier"], number>> = { memory: 0, shared: 1, origin: 2 };

/** For the log: the furthest tier that an answer had to go to, the age of its oldest part, and why it is stale if it is. */
export function answeredFrom(reads: readonly ReadProvenance[]): Source {
  const [first] = reads;
  if (first === undefined) return {};
  let { tier, ageMs } = first;
  let stale: string | undefined;
  for (const read of reads) {
    if (DISTANCE[read.tier] > DISTANCE[tier]) tier = read.tier;
    ageMs = Math.max(ageMs, read.ageMs);
    stale ??= read.staleCause ?? undefined;
  }
  return {
    tier,
    ...(first.read === RESPONSE ? { isWhole: true } : {}),
    ageMs: Math.round(ageMs),
    ...(stale === undefined ? {} : { stale }),
  };
}
