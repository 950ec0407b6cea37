import { availableParallelism } from "node:os";
import type { Env } from "@/lib/env";
import type { BulkheadLimits } from "@/lib/http/bulkhead";

/** Answers of the API and edits take a fraction of what a page does, and wait for Postgres most of it. */
const SHORT_PER_CORE = 8;
/** What begins with a password or a code waits in queues of its own (create-runtime.ts), and for a turnstile before. */
const ACCOUNTS_MAX = 100;

/** The bounds of the bulkhead for this machine: as many pages at once as renders of stored answers, beside them. */
export function bulkheadLimits({ RENDERS_MAX }: Pick<Env, "RENDERS_MAX">): BulkheadLimits {
  const cores = availableParallelism();
  const short = SHORT_PER_CORE * cores;
  return {
    atOnceMax: { pages: RENDERS_MAX ?? 2 * cores, data: short, changes: short, accounts: ACCOUNTS_MAX },
    waitingMax: 100,
    waitMs: 2_000,
    bodiesMax: 1_000,
    bodyBytesMax: 64 * 1024,
    stallMs: 1_000,
    heldMs: 30_000,
  };
}
