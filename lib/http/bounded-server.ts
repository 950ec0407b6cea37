import {
  createServer,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { Socket } from "node:net";

/** What a connection may cost before anybody has understood what it wants. Times in milliseconds. */
export type ServerLimits = {
  /** From the first byte of a head, or from the connection where none comes, to its last. */
  readonly headMs: number;
  /** From the first byte of a head to the last of the body. */
  readonly requestMs: number;
  /** Neither sent nor taken anything while an answer is under way. */
  readonly idleMs: number;
  /** Between an answer and the next question. */
  readonly keptMs: number;
  /** How often the first two are looked after: Node's 30 s would make 40 of their 10. */
  readonly lookEveryMs: number;
  readonly headBytesMax: number;
  /** From so many on, those between two questions are closed; twice as many are never open. */
  readonly connectionsMax: number;
};

export const SERVER_LIMITS: ServerLimits = {
  headMs: 10_000,
  requestMs: 30_000,
  idleMs: 60_000,
  // Longer than nginx keeps it (upstream keepalive_timeout in deploy/nginx.conf): who closes first must be who asks, or a question meets
  // a connection that has just ended.
  keptMs: 75_000,
  lookEveryMs: 1_000,
  headBytesMax: 24 * 1024,
  connectionsMax: 5_000,
};

/** How long what a client still sends is read after a refusal: to close at once would take the answer out of its hands. */
const LINGER_MS = 1_000;

/** An HTTP server on which nobody can stay for longer, or send more, than `limits` say; what cannot be read is refused in words. */
export function createBoundedServer(limits: ServerLimits, listener: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: limits.headMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keptMs,
      connectionsCheckingInterval: limits.lookEveryMs,
      maxHeaderSize: limits.headBytesMax,
    },
    listener,
  );
  server.setTimeout(limits.idleMs);
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) =>
    refuse(error.code ?? "", socket, limits),
  );
  boundConnections(server, limits);
  return server;
}

function boundConnections(server: Server, { connectionsMax }: ServerLimits): void {
  let open = 0;
  server.maxConnections = 2 * connectionsMax;
  server.on("connection", (socket: Socket) => {
    open++;
    socket.once("close", () => open--);
    if (open > connectionsMax) server.closeIdleConnections();
  });
}

function refuse(code: string, socket: Socket, limits: ServerLimits): void {
  if (socket.writableEnded) return;
  // Node's own way to tell: an answer that is under way would be spoilt by a second one in its midst.
  const { _httpMessage: underWay } = socket as Socket & { readonly _httpMessage?: ServerResponse | null };
  if (!socket.writable || underWay?.headersSent || code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const [status, message] = refusalOf(code, limits);
  const error = status === 431 ? "content_too_large" : "bad_request";
  const body = `${JSON.stringify({ error: { code: error, message, issues: [] } })}\n`;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...["Content-Type: application/json", "Cache-Control: no-store", "Connection: close"],
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

function refusalOf(code: string, { headBytesMax }: ServerLimits): readonly [status: number, message: string] {
  if (code === "HPE_HEADER_OVERFLOW")
    return [431, `The address and headers together are longer than ${headBytesMax / 1024} KB: send less.`];
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return [408, "This request did not come to its end in time."];
  return [400, "This is not a request that can be read."];
}
