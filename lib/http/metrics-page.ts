import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerHealth } from "@/lib/http/health";
import type { Runtime } from "@/lib/platform/runtime";

/** A proxy on this machine speaks for people elsewhere, and says so in one of these. */
const FORWARDING = ["forwarded", "x-forwarded-for", "x-real-ip", "via"] as const;
const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/**
 * Answers /metrics in Prometheus's text form: to whoever sends METRICS_TOKEN as a bearer token; without one configured, to this machine
 * itself. Anybody else gets a 403 with the way in.
 */
export async function answerMetrics(
  { env, metrics }: Runtime,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!mayRead(request, env.METRICS_TOKEN)) {
    const way =
      env.METRICS_TOKEN === undefined
        ? "Only this machine itself may read the figures; set METRICS_TOKEN to read them from elsewhere."
        : "The figures need the header Authorization: Bearer and METRICS_TOKEN.";
    return answerHealth(response, 403, { error: { code: "forbidden", message: way } });
  }
  const text = await metrics.registry.metrics();
  response.writeHead(200, { "Content-Type": metrics.registry.contentType, "Cache-Control": "no-store" });
  response.end(text);
}

function mayRead({ headers, socket }: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? "", `Bearer ${token}`);
  return LOOPBACK.has(socket.remoteAddress ?? "") && FORWARDING.every((name) => headers[name] === undefined);
}

/** In the same time wherever they differ. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
