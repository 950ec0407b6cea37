import type { Env } from "@/lib/env";
import { type MetricsServer, startMetricsServer } from "@/lib/http/metrics-server";
import { createLogger } from "@/lib/platform/logger";
import { whenTold } from "@/lib/platform/when-told";
import { startWorkerFleet } from "@/lib/platform/worker-fleet";

/**
 * Starts WEB_CONCURRENCY workers of this program, and stays to replace them and to show their figures. Ends this process as they end: with 0 after
 * SIGTERM, with 1 when none of them can begin (each has said why). AppError unavailable when the port of the figures cannot be had.
 */
export async function superviseWorkers(env: Env): Promise<void> {
  const fleet = startWorkerFleet(env.WEB_CONCURRENCY, createLogger(env));
  let figures: MetricsServer | undefined;
  const stop = async (exitCode: number) => {
    figures?.close();
    await fleet.close();
    process.exit(exitCode);
  };
  void fleet.failed.then(() => stop(1));
  whenTold(() => stop(0));
  figures = await startMetricsServer(env, fleet.figures).catch(async (thrown) => {
    await fleet.close();
    throw thrown;
  });
}
