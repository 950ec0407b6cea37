import { isAppError } from "@/lib/errors";
import { RETRY_AFTER } from "@/lib/http/failure-page";
import { requireSameOrigin } from "@/lib/http/same-origin";
import { databaseFailure } from "@/lib/platform/database-failure";
import { runtime } from "@/lib/platform/runtime";

const UNSTORED = { "Cache-Control": "no-store" };

/**
 * Wraps a route handler: an AppError becomes `{ error: { code, message, issues } }`, with its details, and its status; anything else becomes a 500
 * that names only the request, with the cause in the log. Errors are never stored by any cache. What changes something is answered to
 * the portal's own pages alone (same-origin.ts).
 */
export function handler<Context>(
  answer: (request: Request, context: Context) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      requireSameOrigin(request);
      return await answer(request, context);
    } catch (thrown) {
      return answerForError(thrown);
    }
  };
}

function answerForError(thrown: unknown): Response {
  const { logger, request } = runtime();
  const requestId = request.getStore()?.requestId ?? "unknown";
  const failure = databaseFailure(thrown);
  if (failure) logger.warn({ err: thrown, requestId }, "the database did not answer a route handler");
  const expected = failure ?? thrown;
  if (isAppError(expected)) {
    const { code, message, issues, details, status, retryAfterS } = expected;
    const retryAfter = retryAfterS === null ? undefined : String(Math.ceil(retryAfterS));
    const wait = retryAfter ?? (status === 503 ? RETRY_AFTER : undefined);
    const headers = wait === undefined ? UNSTORED : { ...UNSTORED, "Retry-After": wait };
    return Response.json({ error: { code, message, issues, ...details } }, { status, headers });
  }
  logger.error({ err: thrown, requestId }, "a route handler failed");
  const message = `Something went wrong here; it has been logged as request ${requestId}. Please try again.`;
  return Response.json(
    { error: { code: "internal", message, issues: [] } },
    { status: 500, headers: UNSTORED },
  );
}
