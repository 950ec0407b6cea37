import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { hashBuildInputs } from "@/bin/launcher/build-inputs";
import { AppError } from "@/lib/errors";
import { CLONE, DATA } from "@/lib/platform/services/clone";
import { type ServiceProcess, startService, tailOf } from "@/lib/platform/services/service-process";

const STAMP = join(CLONE, "dist/build.json");
const BUILD_ID = join(CLONE, ".next/BUILD_ID");
export const BUILT_SERVER = join(CLONE, "dist/server.js");

/** Whether the portal as it stands now is built: the same inputs, and nothing else has built over it since. */
export function isBuilt(): boolean {
  if (!existsSync(BUILT_SERVER)) return false;
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === stampNow();
}

/**
 * Builds Next's part and the server in front of it. The stamp is removed first and written last, so that a build which was cut
 * short never counts. `onStart` gets the process, to stop it with everything else.
 */
export async function buildPortal(onStart: (process: ServiceProcess) => void): Promise<void> {
  rmSync(STAMP, { force: true });
  const hash = hashBuildInputs();
  const process = await startNextBuild(onStart);
  const how = await process.ended;
  if (how !== "exit code 0")
    throw new AppError(
      "unavailable",
      `next build failed (${how}). The end of ${process.logFile}:\n${tailOf(process.logFile, 40)}`,
    );
  await bundleServers();
  if (hashBuildInputs() !== hash)
    throw new AppError("conflict", "The sources changed while they were being built; run it again.");
  writeFileSync(STAMP, stampNow());
}

function stampNow(): string {
  const buildId = existsSync(BUILD_ID) ? readFileSync(BUILD_ID, "utf8") : "";
  return JSON.stringify({ inputs: hashBuildInputs(), buildId });
}

function startNextBuild(onStart: (process: ServiceProcess) => void): Promise<ServiceProcess> {
  const { DATABASE_URL: _, REDIS_URL: __, ...environment } = process.env;
  return startService({
    name: "next build",
    command: process.execPath,
    args: [join(CLONE, "node_modules/next/dist/bin/next"), "build"],
    cwd: CLONE,
    logFile: join(DATA, "build.log"),
    stopSignals: [["SIGTERM", 5_000]],
    onStart,
    env: { ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
}

async function bundleServers(): Promise<void> {
  mkdirSync(join(CLONE, "dist"), { recursive: true });
  await build({
    absWorkingDir: CLONE,
    entryPoints: ["server.ts", "media-worker.ts", "password-worker.ts", "render-worker.ts"],
    outdir: dirname(BUILT_SERVER),
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    sourcemap: true,
    logLevel: "silent",
    // Its promise is kept by next build; under plain Node it only throws.
    alias: { "server-only": join(CLONE, "node_modules/server-only/empty.js") },
  });
}
