import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Env } from "@/lib/env";
import { isAppError } from "@/lib/errors";
import { BUSY } from "@/lib/http/answer-busy";
import { answeredFrom } from "@/lib/http/answered-from";
import { applyStatus } from "@/lib/http/apply-status";
import type { Asking } from "@/lib/http/asking";
import { sayCacheStatus } from "@/lib/http/cache-status";
import { answerFailedPage, type Failure, RETRY_AFTER, replaceFailedPages } from "@/lib/http/failure-page";
import { answerHealth } from "@/lib/http/health";
import { dropInternalHeaders } from "@/lib/http/inbound-headers";
import { sourceOf } from "@/lib/http/request-source";
import type { ResponseTier } from "@/lib/http/response-tier";
import { DATA_POLICY, noncePolicy, securityHeaders } from "@/lib/http/security-headers";
import { requireSeen } from "@/lib/http/seen-cookie";
import type { RequestContext, Runtime } from "@/lib/platform/runtime";

const REQUEST_ID = /^[\w-]{8,64}$/;

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Parts = { readonly runtime: Runtime; readonly answer: Answer; readonly tier: ResponseTier | null };

/** Answers requests, each with an id and a line in the log: from the response tier where that may, else by `answer`. Never rejects. */
export function answering({
  runtime,
  answer,
  tier,
}: Parts): (request: IncomingMessage, response: ServerResponse) => void {
  const security = securityHeaders(runtime.env);

  const answerByNext = async (asking: Asking) => {
    const { request, response, requestId, startedAtMs } = asking;
    for (const [name, value] of security) response.setHeader(name, value);
    response.setHeader("X-Request-Id", requestId);
    const context = contextOf(runtime, asking);
    // In development Next asks for more, and speaks to itself.
    if (runtime.env.NODE_ENV !== "development") {
      dropInternalHeaders(request);
      setPolicy(request, response, runtime.env);
    }
    sayCacheStatus(response, context, startedAtMs);
    replaceFailedPages(response, context);
    applyStatus(response, context);
    await runtime.request.run(context, () => answer(request, response));
  };

  const fail = (thrown: unknown, { response, requestId }: Asking, isPage: boolean) => {
    const why = failureOf(thrown);
    runtime.logger[why === "broken" ? "error" : "warn"]({ err: thrown, requestId }, "a request failed");
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    for (const [name, value] of security) response.setHeader(name, value);
    response.setHeader("X-Request-Id", requestId);
    if (isPage) answerFailedPage(response, requestId, why);
    else answerFailedData(response, requestId, why);
  };

  return (request, response) => {
    const asking: Asking = {
      ...{ request, response, requestId: requestIdOf(request), startedAtMs: performance.now(), reads: [] },
    };
    const asked = tier?.askedBy(request) ?? null;
    if (tier !== null && asked !== null && tier.answerHeld(asked, asking)) {
      noteAnswered(runtime, asking);
      return;
    }
    response.once("close", () => noteAnswered(runtime, asking));
    requireSeen(runtime, request.headers.cookie)
      .then(() => (tier !== null && asked !== null ? tier.answer(asked, asking) : answerByNext(asking)))
      .catch((thrown: unknown) => fail(thrown, asking, asked !== null && asked.kind !== "data"));
  };
}

function answerFailedData(response: ServerResponse, requestId: string, why: Failure): void {
  response.setHeader("Content-Security-Policy", DATA_POLICY);
  const isLasting = why === "broken";
  if (!isLasting) response.setHeader("Retry-After", RETRY_AFTER);
  const [code, message] = isLasting ? ["internal", `Request ${requestId} failed.`] : ["unavailable", BUSY];
  answerHealth(response, isLasting ? 500 : 503, { error: { code, message, issues: [] } });
}

function failureOf(thrown: unknown): Failure {
  if (isAppError(thrown)) return thrown.status === 503 ? "away" : "broken";
  const isBusy = thrown instanceof Error && BUSY_ERRORS.has(thrown.name);
  return isBusy ? "busy" : "broken";
}

const BUSY_ERRORS: ReadonlySet<string> = new Set(["LoadRefusedError", "TimeLimitError"]);

/** Next puts the nonce that it finds in the request's own policy on the scripts of the page. */
function setPolicy(request: IncomingMessage, response: ServerResponse, env: Env): void {
  if (request.url?.startsWith("/_next/")) return;
  if (request.url?.startsWith("/api/")) {
    response.setHeader("Content-Security-Policy", DATA_POLICY);
    return;
  }
  const policy = noncePolicy(randomUUID().replaceAll("-", ""), env);
  request.headers["content-security-policy"] = policy;
  response.setHeader("Content-Security-Policy", policy);
}

function contextOf(runtime: Runtime, { request, requestId, reads }: Asking): RequestContext {
  return {
    requestId,
    url: request.url ?? "/",
    source: sourceOf(request, runtime.env),
    status: undefined,
    reads,
    isPersonal: false,
    hasFailed: false,
  };
}

function noteAnswered(runtime: Runtime, asking: Asking): void {
  const { request, response, requestId, startedAtMs, reads } = asking;
  const { method, url } = request;
  const tookMs = Math.round((performance.now() - startedAtMs) * 10) / 10;
  runtime.metrics.answered(method ?? "", response.statusCode, tookMs);
  if (!runtime.logger.isLevelEnabled("info")) return;
  runtime.logger.info(
    { ...{ requestId, method, url, status: response.statusCode, tookMs }, ...answeredFrom(reads) },
    "request",
  );
}

function requestIdOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
}
