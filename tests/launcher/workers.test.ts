import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { startPortal, untilReady } from "@/bin/launcher/portal";
import { DATA } from "@/lib/platform/services/clone";
import { freePort } from "@/lib/platform/services/ports";
import { startPostgres } from "@/lib/platform/services/postgres";
import { migrate } from "@/prisma/migrate";

const ANSWERED = z.object({ pid: z.number(), msg: z.literal("request"), status: z.number() });

/** The portal as it is built, with two workers. */
async function setUp() {
  mkdirSync(DATA, { recursive: true });
  const folder = mkdtempSync(join(DATA, "workers-"));
  const postgres = await startPostgres({ dataDir: join(folder, "postgres"), throwaway: true });
  await migrate(postgres.url);
  const metricsPort = await freePort();
  const portal = await startPortal({
    urls: { databaseUrl: postgres.url, redisUrl: undefined },
    port: await freePort(),
    logFile: join(folder, "portal.log"),
    settings: { WEB_CONCURRENCY: "2", METRICS_PORT: String(metricsPort), LOG_LEVEL: "info" },
  });
  onTestFinished(async () => {
    await portal.process.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await untilReady(portal);
  const visit = (path: string) => fetch(`${portal.url}${path}`, { headers: { connection: "close" } });
  /** The processes that answered pages so far, as the log has it. */
  const answeredBy = () => {
    const lines = readFileSync(portal.process.logFile, "utf8").split("\n");
    const answers = lines.flatMap((line) => {
      if (!line.startsWith("{")) return [];
      const { data } = ANSWERED.safeParse(JSON.parse(line));
      return data?.status === 200 ? [data.pid] : [];
    });
    return new Set(answers);
  };
  return { portal, visit, answeredBy, metricsPort };
}

test("with WEB_CONCURRENCY pages come from two processes, their figures from one port, and SIGTERM ends all in 5 s", async () => {
  const { portal, visit, answeredBy, metricsPort } = await setUp();
  await vi.waitFor(
    async () => {
      for (const path of ["/", "/buy", "/sign-in"]) expect((await visit(path)).status).toBe(200);
      expect(answeredBy().size).toBe(2);
    },
    { timeout: 30_000, interval: 200 },
  );
  expect(answeredBy()).not.toContain(portal.process.pid);
  expect((await visit("/metrics")).status).toBe(404);
  const page = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  for (const worker of ["1", "2"])
    expect(page).toMatch(new RegExp(`^verandah_database_query_seconds_count\\{.*worker="${worker}"`, "m"));

  const workers = [...answeredBy()];
  const startedAt = performance.now();
  process.kill(portal.process.pid, "SIGTERM");
  expect(await portal.process.ended).toBe("exit code 0");
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  for (const worker of workers) expect(() => process.kill(worker, 0)).toThrow("ESRCH");
}, 120_000);
