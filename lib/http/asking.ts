import type { IncomingMessage, ServerResponse } from "node:http";
import type { ReadProvenance } from "@/lib/platform/cached-read";

/** A request under way: who asks, under which id, since when, and what was read for the answer so far. */
export type Asking = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly startedAtMs: number;
  readonly reads: ReadProvenance[];
};
