import { answerPrivately } from "@/lib/http/private-answer";
import { seenCookie } from "@/lib/http/seen-cookie";
import { runtime } from "@/lib/platform/runtime";

/** The answer to a write: whoever wrote sees it in every process of the portal from then on. Nothing keeps the answer. */
export function answerWritten(body: unknown, status = 200): Response {
  return answerPrivately(body, { status, cookie: seenCookie(runtime()) });
}
