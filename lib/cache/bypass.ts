import { about, type Crew } from "./crew";
import type { Outcome } from "./flight";
import type { LoadContext, WriteScope } from "./load-scope";
import type { Load, Read } from "./read";
import { NOTHING_SEEN } from "./snapshot";

const CONTEXT: LoadContext = {
  signal: new AbortController().signal,
  addTags: () => {},
  expiresAt: () => {},
  keepOut: () => {},
  takeOver: () => {},
};

/** Loads past every tier and every flight: inside an open write transaction, whose changes nobody else may see, or to compare. */
export async function bypass(
  crew: Crew,
  { read, load }: { readonly read: Read<unknown>; readonly load: Load<unknown> },
  { loaded }: WriteScope,
): Promise<Outcome> {
  crew.observe({ ...about(read), kind: "bypass" });
  const now = crew.host.now();
  const value = await load(CONTEXT);
  loaded?.set(read.key, value);
  const times = { loadedAtMs: now, freshUntilMs: now, staleUntilMs: now, usableUntilMs: now, loadTookMs: 0 };
  const entry = { ...times, value, tags: [], identity: "", stamp: NOTHING_SEEN };
  return { entry, tier: "origin", staleCause: null, taint: "writing" };
}
