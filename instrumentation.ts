import type { Instrumentation } from "next";
import { isAppError } from "@/lib/errors";
import { databaseFailure } from "@/lib/platform/database-failure";
import { runtime } from "@/lib/platform/runtime";

/** A page or a route that threw: into the log, under the id that its reader was shown. */
export const onRequestError: Instrumentation.onRequestError = (thrown, request, context) => {
  const { logger, request: requests } = runtime();
  const asked = requests.getStore();
  const requestId = asked?.requestId;
  if (asked) asked.hasFailed = true;
  // The server in front of Next gives the failed page its status (replaceFailedPages).
  const expected = databaseFailure(thrown) ?? thrown;
  if (asked && isAppError(expected) && expected.status === 503) asked.status = 503;
  logger.error({ err: thrown, requestId, url: request.path, route: context.routePath }, "a render failed");
};
