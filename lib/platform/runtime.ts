import type { AsyncLocalStorage } from "node:async_hooks";
import type { Redis } from "ioredis";
import type { Logger } from "pino";
import type { Env } from "@/lib/env";
import type { Database } from "@/lib/platform/prisma";

/** What one HTTP request carries from the server to whatever answers it, and back. */
export type RequestContext = {
  readonly requestId: string;
  /** Status that a page asks for where Next knows none (410); the server applies it as the headers leave. */
  status: number | undefined;
};

/** Everything with state, made once per process by createRuntime (server.ts, the command line, tests). */
export type Runtime = {
  readonly env: Env;
  readonly logger: Logger;
  readonly database: Database;
  /** null: this process runs without Redis. */
  readonly redis: Redis | null;
  readonly request: AsyncLocalStorage<RequestContext>;
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
