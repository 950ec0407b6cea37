import { createHash } from "node:crypto";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { AppError } from "@/lib/errors";
import { type Answer, answering } from "@/lib/http/answer-context";
import { createBoundedServer, SERVER_LIMITS, type ServerLimits } from "@/lib/http/bounded-server";
import { Bulkhead, type BulkheadLimits } from "@/lib/http/bulkhead";
import { bulkheadLimits } from "@/lib/http/bulkhead-limits";
import { RETRY_AFTER } from "@/lib/http/failure-page";
import { answerHealth, readReadiness } from "@/lib/http/health";
import type { RenderProcess } from "@/lib/http/renders/render-process";
import { ResponseTier } from "@/lib/http/response-tier";
import { securityHeaders } from "@/lib/http/security-headers";
import { Turnstile } from "@/lib/http/turnstile";
import type { Runtime } from "@/lib/platform/runtime";

/** In-flight requests get this long after SIGTERM; the process then still has time to disconnect within 5 s. */
const DRAIN_MS = 3_500;
/** What begins with a password or a code costs a hundred times what a page does: in a flood of them pages come in between. */
const SIGN_INS = { burst: 2, everyMs: 100, waitingMax: 50 };
const SIGN_IN_PATH = "/api/account/";
/** The longest question is 8,000 characters (lib/listings/search-parameters.ts). */
const URL_LENGTH_MAX = 8_192 + 512;
/**
 * Connections that wait to be taken while a page is rendered, as far as the system lets them. Of more than Node's 511 the system drops some,
 * whose clients try again after one second, three and seven.
 */
const BACKLOG = 4_096;

type Upgrade = (request: IncomingMessage, socket: import("node:stream").Duplex, head: Buffer) => void;

export type PortalServer = {
  /** Listens on each host; an IPv6 address that this machine lacks is passed over. AppError unavailable when the port is taken. */
  listen(hosts: readonly string[], port: number): Promise<void>;
  /** Not ready from now on; in-flight requests finish, and after 3.5 s what is left is cut. */
  close(): Promise<void>;
};

export type PortalServerOptions = {
  readonly upgrade?: Upgrade | undefined;
  /** Which build answers: its public answers are then stored whole, in front of it. */
  readonly buildId?: string | undefined;
  /** Makes answers that are stored in a process of its own. */
  readonly elsewhere?: Pick<RenderProcess, "make"> | undefined;
  /** Instead of the usual ones. */
  readonly limits?: Partial<ServerLimits & BulkheadLimits>;
};

/**
 * The HTTP server in front of Next: health checks, request ids and the log are here, and whatever can be answered without the
 * framework is answered before `answer` is called.
 */
export function createPortalServer(
  runtime: Runtime,
  answer: Answer,
  { upgrade, buildId, elsewhere, limits }: PortalServerOptions = {},
): PortalServer {
  const servers: Server[] = [];
  const bulkhead = new Bulkhead({ ...bulkheadLimits(runtime.env), ...limits });
  const signIns = new Turnstile(SIGN_INS);
  let isClosing = false;

  const listener: RequestListener = (request, response) => {
    if (request.url === "/healthz") return answerHealth(response, 200, { status: "alive" });
    if (request.url === "/readyz") return void answerReadiness(runtime, response, isClosing);
    if ((request.url?.length ?? 0) > URL_LENGTH_MAX) return answerTooLong(response);
    answerRequest(request, response);
  };
  const answerInTurn: Answer = async (request, response) => {
    const isSigningIn = request.method === "POST" && request.url?.startsWith(SIGN_IN_PATH) === true;
    if (isSigningIn && !(await signIns.enter())) return answerTooMany(response);
    await answer(request, response);
  };
  // In development Next builds a page while it is asked for, which takes as long as it takes.
  const isBounded = runtime.env.NODE_ENV !== "development";
  const answerBounded: Answer = (request, response) => bulkhead.answer(request, response, answerInTurn);
  const answerRequest = answering({
    runtime,
    answer: isBounded ? answerBounded : answerInTurn,
    tier: tierOf(runtime, answer, { buildId, elsewhere }),
  });

  return {
    async listen(hosts, port) {
      for (const host of hosts) {
        const server = createBoundedServer({ ...SERVER_LIMITS, ...limits }, listener);
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

function tierOf(
  runtime: Runtime,
  render: Answer,
  { buildId, elsewhere }: Pick<PortalServerOptions, "buildId" | "elsewhere">,
): ResponseTier | null {
  const { CACHE_RESPONSES, CDN_MAX_AGE_S: cdnMaxAgeS, MAP_STYLE_URL } = runtime.env;
  if (buildId === undefined || CACHE_RESPONSES === "off") return null;
  const manner = { security: securityHeaders(runtime.env), cdnMaxAgeS };
  // It stands in pages, and in what they may load.
  const maps = MAP_STYLE_URL === undefined ? "" : `+${hashOf(MAP_STYLE_URL)}`;
  return new ResponseTier(runtime, { render, elsewhere, buildId: `${buildId}${maps}`, manner });
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 8);
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

function answerTooLong(response: ServerResponse): void {
  const message = `This address is longer than ${URL_LENGTH_MAX} characters: ask for less at once.`;
  answerHealth(response, 414, { error: { code: "bad_request", message, issues: [] } });
}

/** As a route handler says it (handler.ts). */
function answerTooMany(response: ServerResponse): void {
  const message = "Too many people are signing in at once; try again in a moment.";
  response.setHeader("Retry-After", RETRY_AFTER);
  answerHealth(response, 503, { error: { code: "unavailable", message, issues: [] } });
}

function listen(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRNOTAVAIL" && host.includes(":")) return resolve(false);
      reject(new AppError("unavailable", cannotListen(host, port, error), { cause: error }));
    });
    server.listen({ port, host, backlog: BACKLOG }, () => resolve(true));
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
