import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { AppError } from "@/lib/errors";
import type { PostgresPlace } from "@/lib/platform/services/postgres-place";
import { processCommand } from "@/lib/platform/services/process-identity";

/** The only role, and its password's file inside the data folder, which nobody else can read. */
export const POSTGRES_ROLE = "verandah";
const PASSWORD_FILE = "verandah-password";
const STOP_WAIT_MS = 15_000;

/** The password of the cluster, which is made first if there is none. AppError conflict when another version of Postgres made it. */
export async function prepareCluster(place: PostgresPlace, throwaway: boolean): Promise<string> {
  const { dataDir, binaries } = place;
  const made = join(dataDir, "PG_VERSION");
  if (!existsSync(made)) await makeCluster(place, throwaway);
  const major = readFileSync(made, "utf8").trim();
  if (!binaries.version.startsWith(`${major}.`)) {
    throw new AppError(
      "conflict",
      `The data in ${dataDir} was made by Postgres ${major}, and this version brings ${binaries.version}: bin/up --reset starts anew, without it.`,
    );
  }
  return readFileSync(join(dataDir, PASSWORD_FILE), "utf8").trim();
}

/** Made beside its place and moved there when complete: a run that was killed meanwhile leaves nothing that looks like data. */
async function makeCluster(place: PostgresPlace, throwaway: boolean): Promise<void> {
  const half = `${place.dataDir}.new`;
  const passwordFile = `${place.dataDir}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  if (place.runAs) for (const path of [half, passwordFile]) chownSync(path, place.runAs.uid, place.runAs.gid);
  await runInitdb(place, [
    ...["--pgdata", half, "--username", POSTGRES_ROLE, "--pwfile", passwordFile, "--auth", "scram-sha-256"],
    // The same order and case rules on every machine, whatever its locales.
    ...["--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
    ...(throwaway ? ["--no-sync"] : []),
  ]);
  renameSync(passwordFile, join(half, PASSWORD_FILE));
  rmSync(place.dataDir, { recursive: true, force: true });
  renameSync(half, place.dataDir);
}

async function runInitdb({ binaries, runAs }: PostgresPlace, args: readonly string[]): Promise<void> {
  const child = spawn(join(binaries.folder, "bin/initdb"), [...args], {
    cwd: "/",
    env: { NODE_ENV: "production", LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe"],
    ...(runAs ? { uid: runAs.uid, gid: runAs.gid } : {}),
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0)
    throw new AppError(
      "unavailable",
      `Postgres could not make its data folder: ${errors.trim() || `exit code ${code}`}`,
    );
}

/**
 * Stops a Postgres of an earlier run that still works on this data, and removes a postmaster.pid whose pid is no such Postgres
 * any more; Postgres itself would refuse to start when another process has got that pid.
 */
export async function clearLeftoverPostgres(dataDir: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(dataDir, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!isPostgresOn(pid, dataDir)) return rmSync(pidFile, { force: true });
  log(`stopping the Postgres of an earlier run (process ${pid})`);
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    process.kill(pid, signal);
    for (const end = Date.now() + STOP_WAIT_MS; Date.now() < end; await pause(50))
      if (!isPostgresOn(pid, dataDir)) return;
  }
  throw new AppError(
    "conflict",
    `A Postgres of an earlier run (process ${pid}) does not stop; end it with kill -9 ${pid}, then try again.`,
  );
}

function isPostgresOn(pid: number, dataDir: string): boolean {
  const command = processCommand(pid);
  return command?.includes("postgres") === true && ` ${command} `.includes(` -D ${dataDir} `);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
