import type { Instrumentation } from "next";
import { runtime } from "@/lib/platform/runtime";

/** A page or a route that threw: into the log, under the id that its reader was shown. */
export const onRequestError: Instrumentation.onRequestError = (thrown, request, context) => {
  const { logger, request: requests } = runtime();
  const requestId = requests.getStore()?.requestId;
  logger.error({ err: thrown, requestId, url: request.path, route: context.routePath }, "a render failed");
};
