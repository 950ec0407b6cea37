import { randomUUID } from "node:crypto";
import { IncomingMessage, type ServerResponse } from "node:http";
import { Socket } from "node:net";
import { AppError } from "@/lib/errors";
import { applyStatus } from "@/lib/http/apply-status";
import { DetachedResponse } from "@/lib/http/detached-response";
import { isRendered } from "@/lib/http/is-rendered";
import type { Rendered } from "@/lib/http/stored-answer";
import type { RequestContext, Runtime } from "@/lib/platform/runtime";

/** Anybody's request for a path: nothing in it but what the answer may depend on. */
export type Asked = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
};

type Renderer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Next's marks of what was thrown while a page was on its way: an error, a late not-found or redirect, when its status had left. */
const LATE = ["NEXT_HTTP_ERROR_FALLBACK", "NEXT_REDIRECT", 'E{"digest"', 'E{\\"digest', "data-dgst="];
const STORED_STATUSES: ReadonlySet<number> = new Set([200, 404, 410]);
/** What the response tier says itself; of Next's answers nobody is to keep any. A cookie is nobody's. */
const DROPPED: ReadonlySet<string> = new Set([
  ...[
    "content-type",
    "content-length",
    "content-encoding",
    "transfer-encoding",
    "connection",
    "keep-alive",
    "date",
  ],
  ...["vary", "cache-control", "etag", "x-powered-by", "set-cookie"],
]);

/**
 * Renders a path for nobody in particular: the renderer gets a request that was made here, and the answer is collected, whoever hangs up
 * meanwhile; `isForAll` says whether anybody may have it but those who wait. Throws AppError unavailable when the database was away, and RenderFailedError when the answer is another error of ours.
 */
export async function renderDetached(
  { env, request: requests }: Pick<Runtime, "env" | "request">,
  renderer: Renderer,
  { path, headers }: Asked,
  signal: AbortSignal,
): Promise<Rendered & { readonly isForAll: boolean }> {
  const origin = env.PUBLIC_URL === undefined ? null : new URL(env.PUBLIC_URL).origin;
  const context: RequestContext = {
    requestId: randomUUID(),
    url: path,
    source: { address: "127.0.0.1", origin },
    status: undefined,
    reads: [],
    isPersonal: false,
    hasFailed: false,
  };
  const request = requestFor(path, {
    host: origin === null ? "localhost" : new URL(origin).host,
    ...headers,
  });
  const response = new DetachedResponse(request);
  applyStatus(response, context);
  signal.addEventListener("abort", () => response.destroy(), { once: true });
  requests.run(context, () => renderer(request, response)).catch((thrown: Error) => response.destroy(thrown));
  const body = await response.whole;
  const { statusCode: status } = response;
  if (status >= 500) throw failureOf(context, status);
  return {
    status,
    type: String(response.getHeader("content-type") ?? ""),
    headers: headersOf(response),
    body,
    isForAll: isForAll(context, response, body),
  };
}

/** The portal's own failure to answer, under an id that the log has. */
class RenderFailedError extends Error {
  override readonly name = "RenderFailedError";

  constructor(
    readonly requestId: string,
    status: number,
  ) {
    super(`Render ${requestId} answered ${status}.`);
  }
}

function failureOf({ requestId, status: asked }: RequestContext, status: number): Error {
  const cause = new RenderFailedError(requestId, status);
  if (status !== 503 && asked !== 503) return cause;
  return new AppError("unavailable", "The listings cannot be reached just now. Try again in a moment.", {
    cause,
  });
}

function isForAll(context: RequestContext, response: ServerResponse, body: Buffer): boolean {
  const { statusCode: status } = response;
  if (!STORED_STATUSES.has(status) || context.hasFailed || context.isPersonal) return false;
  if (response.hasHeader("set-cookie")) return false;
  return (
    !isRendered(String(response.getHeader("content-type"))) ||
    status !== 200 ||
    !LATE.some((mark) => body.includes(mark))
  );
}

function requestFor(path: string, headers: Readonly<Record<string, string>>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = "GET";
  request.url = path;
  request.httpVersion = "1.1";
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = { ...headers };
  request.rawHeaders = Object.entries(headers).flat();
  request.complete = true;
  request.push(null);
  return request;
}

function headersOf(response: ServerResponse): readonly (readonly [string, string])[] {
  return Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    value === undefined || DROPPED.has(name)
      ? []
      : [value].flat().map((each) => [name, String(each)] as const),
  );
}
