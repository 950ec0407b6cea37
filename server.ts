import cluster from "node:cluster";
import { readFileSync } from "node:fs";
import { Server } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Env, readEnv } from "@/lib/env";
import { isAppError } from "@/lib/errors";
import { startCdnPurge } from "@/lib/http/cdn/start-cdn-purge";
import { MEDIA_PATH } from "@/lib/http/media/answer-picture";
import { createMedia } from "@/lib/http/media/create-media";
import { type MetricsServer, startMetricsServer } from "@/lib/http/metrics-server";
import { createPortalServer } from "@/lib/http/portal-server";
import { createRenderProcess, type RenderProcess } from "@/lib/http/renders/render-process";
import { superviseWorkers } from "@/lib/http/supervise-workers";
import { readOfKey } from "@/lib/known-reads";
import { createAuditor } from "@/lib/platform/auditor";
import { createRuntime } from "@/lib/platform/create-runtime";
import { forkAtLowPriority } from "@/lib/platform/fork-at-low-priority";
import { createKeyProcess } from "@/lib/platform/key-process";
import type { Runtime } from "@/lib/platform/runtime";
import { whenTold } from "@/lib/platform/when-told";
import { showOwnFigures, tellFigures } from "@/lib/platform/worker-figures";

/** Only this machine, by either of its names, unless HOST says otherwise. */
const LOOPBACK = ["127.0.0.1", "::1"];

const MEDIA_WORKER = beside("media-worker");
const PASSWORD_WORKER = beside("password-worker");
const RENDER_WORKER = beside("render-worker");

/** A quarter of a core while all are busy: at the lowest priority nobody could sign in then. */
const HASHING_PRIORITY = 5;
/** As much: a page that has changed is made soon, also while all cores answer what has not. */
const RENDERING_PRIORITY = 5;

/** Written by next build. */
const BUILD_ID = ".next/BUILD_ID";

/** Next's development server may not end by itself. */
const CLOSE_WAIT_MS = 4_500;

async function serve(env: Env): Promise<void> {
  const keys = createKeyProcess(() => forkAtLowPriority(PASSWORD_WORKER, { priority: HASHING_PRIORITY }));
  const runtime = createRuntime(env, { deriveKey: keys.derive });
  const stopPurging = startCdnPurge(runtime);
  const isDevelopment = env.NODE_ENV === "development";
  // Next listens for upgrades (hot reloading) on one server only, and there are two: this one hears those of both.
  const upgrades = new Server();
  // Only here: who starts workers has no use for it, and it takes a hundred megabytes.
  const { default: next } = await import("next");
  const pages = next({
    dev: isDevelopment,
    hostname: env.HOST ?? "localhost",
    port: env.PORT,
    httpServer: upgrades,
  });
  await pages.prepare();
  const media = createMedia({
    directory: env.MEDIA_DIR,
    worker: MEDIA_WORKER,
    report: (problem) => runtime.logger.warn({ problem }, "a picture was not made"),
  });
  const answerPage = pages.getRequestHandler();
  const renders = rendersApart(env)
    ? createRenderProcess(runtime, () =>
        forkAtLowPriority(RENDER_WORKER, { priority: RENDERING_PRIORITY, isPortal: true }),
      )
    : undefined;
  const portal = createPortalServer(
    runtime,
    (request, response) =>
      request.url?.startsWith(MEDIA_PATH) ? media.answer(request, response) : answerPage(request, response),
    isDevelopment
      ? { upgrade: (...upgrade) => void upgrades.emit("upgrade", ...upgrade) }
      : { buildId: readFileSync(BUILD_ID, "utf8"), elsewhere: renders },
  );
  const figures = await showFigures(env, runtime, renders);
  await portal.listen(env.HOST ? [env.HOST] : LOOPBACK, env.PORT);
  runtime.follow();
  const stopAuditing = env.AUDIT_PER_SECOND > 0 ? createAuditor(runtime, readOfKey).start() : () => {};
  runtime.logger.info({ port: env.PORT }, "listening");

  whenTold(async (signal) => {
    setTimeout(() => process.exit(0), CLOSE_WAIT_MS).unref();
    runtime.logger.info({ signal }, "closing");
    await portal.close();
    stopAuditing();
    stopPurging();
    media.close();
    renders?.close();
    keys.close();
    figures?.close();
    await pages.close();
    await runtime.close();
    process.exit(0);
  });
}

/** A worker's are shown by the process that started it. */
async function showFigures(
  env: Env,
  { metrics: { registry } }: Runtime,
  renders: RenderProcess | undefined,
): Promise<MetricsServer | undefined> {
  const child = () => renders?.child ?? null;
  if (!cluster.isWorker) return startMetricsServer(env, () => showOwnFigures(registry, child()));
  tellFigures(registry, child);
  return undefined;
}

/** Two processes tell each other through Redis what they do; without it there is one that does all. */
function rendersApart({ NODE_ENV, CACHE_RESPONSES, REDIS_URL, RENDER_PROCESS }: Env): boolean {
  return (
    NODE_ENV === "production" &&
    REDIS_URL !== undefined &&
    CACHE_RESPONSES === "on" &&
    RENDER_PROCESS === "on"
  );
}

/** A file beside this one, as source or as built. */
function beside(name: string): string {
  return fileURLToPath(new URL(`${name}${extname(import.meta.url)}`, import.meta.url));
}

function fail(thrown: unknown): never {
  process.stderr.write(
    `${isAppError(thrown) || thrown instanceof Error ? thrown.message : String(thrown)}\n`,
  );
  process.exit(1);
}

try {
  const env = readEnv();
  // Next's development server is one process: two would write over each other's files.
  const isFleet = env.WEB_CONCURRENCY > 1 && env.NODE_ENV !== "development" && cluster.isPrimary;
  await (isFleet ? superviseWorkers(env) : serve(env));
} catch (thrown) {
  fail(thrown);
}
