import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { Env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { answerHealth } from "@/lib/http/health";

const LOOPBACK = ["127.0.0.1", "::1"];
const CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

type Settings = Pick<Env, "METRICS_PORT" | "METRICS_HOST" | "METRICS_TOKEN">;

export type MetricsServer = { close(): void };

/**
 * Answers /metrics in Prometheus's text form on METRICS_PORT, apart from the public port: to this machine unless METRICS_HOST says otherwise, and
 * with METRICS_TOKEN only to whoever sends it as a bearer token. Without METRICS_PORT nothing is opened. AppError unavailable when the port
 * cannot be had.
 */
export async function startMetricsServer(
  settings: Settings,
  read: () => Promise<string>,
): Promise<MetricsServer> {
  const { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token } = settings;
  const servers: Server[] = [];
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  if (port === undefined) return { close };
  try {
    for (const each of host === undefined ? LOOPBACK : [host]) {
      const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, listenerOf(token, read));
      if (await listen(server, each, port)) servers.push(server);
    }
  } catch (thrown) {
    close();
    throw thrown;
  }
  return { close };
}

function listenerOf(token: string | undefined, read: () => Promise<string>): RequestListener {
  return (request, response) => {
    const refuse = (status: number, code: string, message: string) =>
      answerHealth(response, status, { error: { code, message } });
    if (request.url !== "/metrics") return refuse(404, "not_found", "Only /metrics is here.");
    if (token !== undefined && !isSame(request.headers.authorization ?? "", `Bearer ${token}`))
      return refuse(403, "forbidden", "The figures need the header Authorization: Bearer and METRICS_TOKEN.");
    read().then(
      (text) => {
        response.writeHead(200, { "Content-Type": CONTENT_TYPE, "Cache-Control": "no-store" });
        response.end(text);
      },
      () => refuse(503, "unavailable", "The figures could not be read; try again."),
    );
  };
}

/** In the same time wherever they differ. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** false: this machine has no such IPv6 address. */
function listen(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRNOTAVAIL" && host.includes(":")) return resolve(false);
      const message = `The figures cannot be shown on ${host}, port ${port} (${error.message}); check METRICS_HOST and METRICS_PORT.`;
      reject(new AppError("unavailable", message, { cause: error }));
    });
    server.listen(port, host, () => resolve(true));
  });
}
