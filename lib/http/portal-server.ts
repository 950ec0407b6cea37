import { randomUUID } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { AppError } from "@/lib/errors";
import { answeredFrom } from "@/lib/http/answered-from";
import { sayCacheStatus } from "@/lib/http/cache-status";
import { RETRY_AFTER, replaceFailedPages } from "@/lib/http/failure-page";
import { answerHealth, readReadiness } from "@/lib/http/health";
import { sourceOf } from "@/lib/http/request-source";
import { requireSeen } from "@/lib/http/seen-cookie";
import { Turnstile } from "@/lib/http/turnstile";
import type { RequestContext, Runtime } from "@/lib/platform/runtime";

const HEADERS_WAIT_MS = 10_000;
const REQUEST_WAIT_MS = 30_000;
/** In-flight requests get this long after SIGTERM; the process then still has time to disconnect within 5 s. */
const DRAIN_MS = 3_500;
/** What begins with a password or a code costs a hundred times what a page does: in a flood of them pages come in between. */
const SIGN_INS = { burst: 2, everyMs: 100, waitingMax: 50 };
const SIGN_IN_PATH = "/api/account/";
const REQUEST_ID = /^[\w-]{8,64}$/;

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Upgrade = (request: IncomingMessage, socket: import("node:stream").Duplex, head: Buffer) => void;

export type PortalServer = {
  /** Listens on each host; an IPv6 address that this machine lacks is passed over. AppError unavailable when the port is taken. */
  listen(hosts: readonly string[], port: number): Promise<void>;
  /** Not ready from now on; in-flight requests finish, and after 3.5 s what is left is cut. */
  close(): Promise<void>;
};

/**
 * The HTTP server in front of Next: health checks, request ids and the log are here, and whatever can be answered without the
 * framework is answered before `answer` is called.
 */
export function createPortalServer(runtime: Runtime, answer: Answer, upgrade?: Upgrade): PortalServer {
  const servers: Server[] = [];
  const signIns = new Turnstile(SIGN_INS);
  let isClosing = false;

  const listener: RequestListener = (request, response) => {
    if (request.url === "/healthz") return answerHealth(response, 200, { status: "alive" });
    if (request.url === "/readyz") return void answerReadiness(runtime, response, isClosing);
    void answerInContext(runtime, answerInTurn, request, response);
  };
  const answerInTurn: Answer = async (request, response) => {
    const isSigningIn = request.method === "POST" && request.url?.startsWith(SIGN_IN_PATH) === true;
    if (isSigningIn && !(await signIns.enter())) return answerTooMany(response);
    await answer(request, response);
  };

  return {
    async listen(hosts, port) {
      for (const host of hosts) {
        const server = createServer(
          { headersTimeout: HEADERS_WAIT_MS, requestTimeout: REQUEST_WAIT_MS },
          listener,
        );
        if (upgrade) server.on("upgrade", upgrade);
        if (await listen(server, host, port)) servers.push(server);
      }
    },
    async close() {
      isClosing = true;
      await Promise.all(servers.map(drain));
    },
  };
}

async function answerReadiness(
  runtime: Runtime,
  response: ServerResponse,
  isClosing: boolean,
): Promise<void> {
  if (isClosing) return answerHealth(response, 503, { status: "closing" });
  const readiness = await readReadiness(runtime);
  answerHealth(response, readiness.status === "unavailable" ? 503 : 200, readiness);
}

/** As a route handler says it (handler.ts). */
function answerTooMany(response: ServerResponse): void {
  const message = "Too many people are signing in at once; try again in a moment.";
  response.setHeader("Retry-After", RETRY_AFTER);
  answerHealth(response, 503, { error: { code: "unavailable", message, issues: [] } });
}

async function answerInContext(
  runtime: Runtime,
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const context: RequestContext = {
    requestId: requestIdOf(request),
    url: request.url ?? "/",
    source: sourceOf(request, runtime.env),
    status: undefined,
    reads: [],
    isPersonal: false,
  };
  const startedAt = performance.now();
  response.setHeader("X-Request-Id", context.requestId);
  sayCacheStatus(response, context, startedAt);
  replaceFailedPages(response, context);
  applyStatus(response, context);
  response.once("close", () => {
    const { method, url } = request;
    const tookMs = Math.round((performance.now() - startedAt) * 10) / 10;
    runtime.metrics.answered(method ?? "", response.statusCode, tookMs);
    runtime.logger.info(
      {
        ...{ requestId: context.requestId, method, url, status: response.statusCode, tookMs },
        ...answeredFrom(context.reads),
      },
      "request",
    );
  });
  try {
    await requireSeen(runtime, request.headers.cookie);
    await runtime.request.run(context, () => answer(request, response));
  } catch (thrown) {
    runtime.logger.error({ err: thrown, requestId: context.requestId }, "a request failed");
    if (response.headersSent) response.destroy();
    else
      answerHealth(response, 500, {
        error: { code: "internal", message: `Request ${context.requestId} failed.` },
      });
  }
}

/** Lets what a page asked for (answerWithStatus) replace Next's 200 as the headers leave. */
function applyStatus(response: ServerResponse, context: RequestContext): void {
  const writeHead = response.writeHead;
  response.writeHead = function (this: ServerResponse, ...[status, ...rest]: Parameters<typeof writeHead>) {
    return writeHead.call(this, status === 200 ? (context.status ?? status) : status, ...rest);
  } as typeof writeHead;
}

function requestIdOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
}

function listen(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRNOTAVAIL" && host.includes(":")) return resolve(false);
      reject(new AppError("unavailable", cannotListen(host, port, error), { cause: error }));
    });
    server.listen(port, host, () => resolve(true));
  });
}

function cannotListen(host: string, port: number, error: NodeJS.ErrnoException): string {
  if (error.code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken by another program; end that, or choose another with --port (or PORT).`;
  if (error.code === "EACCES")
    return `Port ${port} needs more rights than this user has; choose one from 1024 up with --port (or PORT).`;
  return `Cannot listen on ${host}, port ${port} (${error.message}); check HOST and PORT.`;
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
