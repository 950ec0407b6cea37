import type { IncomingMessage, ServerResponse } from "node:http";
import { answerFailedPage, RETRY_AFTER } from "@/lib/http/failure-page";
import { answerHealth } from "@/lib/http/health";
import type { Lane } from "@/lib/http/lane";
import { DATA_POLICY } from "@/lib/http/security-headers";

/** What a program is told when there is no place for its question, or none for an answer in time. */
export const BUSY = "The portal is busy and could not answer in time; try again in a moment.";
const NOTHING_CHANGED =
  "The portal is busy and has not begun with this: nothing was changed. Try again in a moment.";

/** Answers 503 and when to come back: with a page to people, with JSON to programs, Next's router among them. */
export function answerBusy(lane: Lane, request: IncomingMessage, response: ServerResponse): void {
  if (response.destroyed) return;
  if (lane === "pages" && isByPerson(request)) {
    answerFailedPage(response, String(response.getHeader("X-Request-Id")), "busy");
    return;
  }
  const isChange = request.method !== "GET" && request.method !== "HEAD";
  const message = isChange ? NOTHING_CHANGED : BUSY;
  response.setHeader("Content-Security-Policy", DATA_POLICY);
  response.setHeader("Retry-After", RETRY_AFTER);
  answerHealth(response, 503, { error: { code: "unavailable", message, issues: [] } });
}

function isByPerson({ headers }: IncomingMessage): boolean {
  return headers.rsc === undefined && headers.accept?.includes("text/html") === true;
}
