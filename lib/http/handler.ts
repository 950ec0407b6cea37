import { isAppError } from "@/lib/errors";
import { runtime } from "@/lib/platform/runtime";

/**
 * Wraps a route handler: an AppError becomes `{ error: { code, message, issues } }` with its status; anything else becomes a 500
 * that names only the request, with the cause in the log. Errors are never stored by any cache.
 */
export function handler<Context>(
  answer: (request: Request, context: Context) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      return await answer(request, context);
    } catch (thrown) {
      return answerForError(thrown);
    }
  };
}

function answerForError(thrown: unknown): Response {
  const headers = { "Cache-Control": "no-store" };
  if (isAppError(thrown)) {
    const { code, message, issues, status } = thrown;
    return Response.json({ error: { code, message, issues } }, { status, headers });
  }
  const { logger, request } = runtime();
  const requestId = request.getStore()?.requestId ?? "unknown";
  logger.error({ err: thrown, requestId }, "a route handler failed");
  const message = `Something went wrong here; it has been logged as request ${requestId}. Please try again.`;
  return Response.json({ error: { code: "internal", message, issues: [] } }, { status: 500, headers });
}
