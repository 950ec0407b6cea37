import type { Lifetime } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";
import { parseStoredAnswer, type StoredAnswer } from "@/lib/http/stored-answer";

/** How reads of whole answers are called. */
export const RESPONSE = "response";

const HOUR = 3_600_000;

const LIFETIME: Lifetime = {
  reason:
    "An answer ends with the first of what it was made of; this is for what was made of nothing, and ends with the build.",
  freshForMs: 24 * HOUR,
  staleForMs: HOUR,
  usableForMs: 24 * HOUR,
  jitter: 0.1,
};

/** The read of a whole answer: of a build, as what it says of scripts and styles is true of no other. */
export function responseRead(buildId: string, path: string): Read<StoredAnswer> {
  return {
    key: `response/${buildId}${path}`,
    tags: [],
    lifetime: LIFETIME,
    shape: { name: RESPONSE, version: 2, parse: parseStoredAnswer },
    isComposed: true,
  };
}
