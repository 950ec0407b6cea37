import type { ServerResponse } from "node:http";
import type { Runtime } from "@/lib/platform/runtime";

const DATABASE_WAIT_MS = 1_000;

type Readiness = {
  readonly status: "ready" | "degraded" | "unavailable";
  readonly checks: Record<string, "ok" | "away" | "off">;
};

/** What /readyz says: without the database nothing can be answered; without Redis everything can, only with more work. */
export async function readReadiness(runtime: Runtime): Promise<Readiness> {
  const [database, redis] = await Promise.all([checkDatabase(runtime), checkRedis(runtime)]);
  const status = database === "away" ? "unavailable" : redis === "away" ? "degraded" : "ready";
  return { status, checks: { database, redis } };
}

/** Answers a health check with JSON that nothing stores. */
export function answerHealth(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(`${JSON.stringify(body)}\n`);
}

async function checkDatabase({ database }: Runtime): Promise<"ok" | "away"> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<"away">((resolve) => {
    timer = setTimeout(resolve, DATABASE_WAIT_MS, "away");
  });
  const answered = database.$queryRaw`SELECT 1`.then(
    () => "ok" as const,
    () => "away" as const,
  );
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
}

async function checkRedis({ redis }: Runtime): Promise<"ok" | "away" | "off"> {
  if (!redis) return "off";
  return redis.ping().then(
    () => "ok" as const,
    () => "away" as const,
  );
}
