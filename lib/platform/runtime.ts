import type { AsyncLocalStorage } from "node:async_hooks";
import type { Redis } from "ioredis";
import type { Logger } from "pino";
import type { Cache } from "@/lib/cache/cache";
import type { ChangeClock } from "@/lib/cache/change-clock";
import type { Observe } from "@/lib/cache/events";
import type { Limits } from "@/lib/cache/limits";
import type { Env } from "@/lib/env";
import type { BoundedQueue } from "@/lib/platform/bounded-queue";
import type { ReadProvenance } from "@/lib/platform/cached-read";
import type { DeriveKey } from "@/lib/platform/derive-key";
import type { FreshDatabase } from "@/lib/platform/fresh-writes";
import type { JournalTail } from "@/lib/platform/journal-tail";
import type { Metrics } from "@/lib/platform/metrics";
import type { RedisChannels } from "@/lib/platform/redis-channels";

/** Who asks, and what they call this portal; believed of a proxy only as TRUST_PROXY says. */
export type RequestSource = {
  /** An IPv4 or IPv6 address. */
  readonly address: string;
  /** As browsers write it ("https://homes.example"); null when the request names no host. */
  readonly origin: string | null;
};

/** What one HTTP request carries from the server to whatever answers it, and back. */
export type RequestContext = {
  readonly requestId: string;
  /** Path and query, as they were sent. */
  readonly url: string;
  readonly source: RequestSource;
  /** Status that a page asks for where Next knows none (410); the server applies it as the headers leave. */
  status: number | undefined;
  /** What was read through the cache so far. */
  readonly reads: ReadProvenance[];
  /** It was asked who is signed in: the answer is theirs alone. */
  isPersonal: boolean;
  /** Something threw while it was rendered, maybe when its status had left already. */
  hasFailed: boolean;
};

/** Everything with state, made once per process by createRuntime (server.ts, the command line, tests). */
export type Runtime = {
  readonly env: Env;
  readonly logger: Logger;
  /** Each of its writes resolves once this process has applied it and told the others. */
  readonly database: FreshDatabase["database"];
  readonly readSnapshot: FreshDatabase["readSnapshot"];
  /** null: this process runs without Redis. */
  readonly redis: Redis | null;
  readonly channels: RedisChannels;
  readonly cache: Cache;
  readonly clock: ChangeClock;
  readonly tail: JournalTail;
  readonly metrics: Metrics;
  readonly limits: Limits;
  /** Hashing of passwords, which takes some tenths of a second each. */
  readonly hashing: BoundedQueue;
  /** To be run in `hashing`. */
  readonly deriveKey: DeriveKey;
  /** Counting of attempts to sign in, which wait for each other's rows. */
  readonly signIns: BoundedQueue;
  readonly request: AsyncLocalStorage<RequestContext>;
  /** Hears every event of the cache, until the function that this answers is called. */
  observe(listener: Observe): () => void;
  /** Follows the journal all the time, and prunes it. Without, it is read when somebody reads through the cache or writes. */
  follow(): void;
  close(): Promise<void>;
};

const RUNTIME = Symbol.for("verandah.runtime");

type Holder = { [RUNTIME]?: Runtime };

/** The runtime of this process. Next bundles each entry apart, so it is found through globalThis: a module's own state would exist once per bundle. */
export function runtime(): Runtime {
  const held = (globalThis as Holder)[RUNTIME];
  if (!held) throw new Error("The runtime is not made yet: createRuntime() comes first.");
  return held;
}

export function holdRuntime(made: Runtime | undefined): void {
  if (made) (globalThis as Holder)[RUNTIME] = made;
  else delete (globalThis as Holder)[RUNTIME];
}
