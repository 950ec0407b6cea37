import type { ServerResponse } from "node:http";
import type { RequestContext } from "@/lib/platform/runtime";

/** Lets what a page asked for (answerWithStatus) replace Next's 200 as the headers leave. */
export function applyStatus(response: ServerResponse, context: RequestContext): void {
  const writeHead = response.writeHead;
  response.writeHead = function (this: ServerResponse, ...[status, ...rest]: Parameters<typeof writeHead>) {
    return writeHead.call(this, status === 200 ? (context.status ?? status) : status, ...rest);
  } as typeof writeHead;
}
