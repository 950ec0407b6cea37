import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { note } from "@/bin/launcher/steps.mjs";
import { readLaunchEnv } from "@/lib/env";
import { DATA } from "@/lib/platform/services/clone";
import { findDeployedProgram, unpackDeployedPrograms } from "@/lib/platform/services/deployed-program";
import { findRedisServer } from "@/lib/platform/services/redis-server";
import { isRoot } from "@/lib/platform/services/run-as";
import {
  aptInstall,
  aptPackage,
  howToGet,
  leaveToInstall,
  packageSystem,
  type SystemProgram,
} from "@/lib/platform/services/system-packages";

/** Installs a program of the system if that is allowed (--install) and possible, and says so before. */
export async function installIfAllowed(program: SystemProgram, asked: boolean | undefined): Promise<void> {
  const system = packageSystem();
  const reason = leaveToInstall({ system, isRoot: isRoot(), isCi: readLaunchEnv().CI, asked });
  const name = aptPackage(program, system);
  if (reason === undefined || name === undefined) return;
  note(`installing the system package ${name} with apt, ${reason}`);
  const log = openSync(join(DATA, "apt.log"), "a", 0o600);
  const failure = await aptInstall(name, log);
  closeSync(log);
  if (failure !== undefined) note(`${failure}; what apt said is in .data/apt.log`);
}

/** Whether there is a Redis to start, after installing one if that is allowed. */
export async function ensureRedis(asked: boolean | undefined): Promise<boolean> {
  const { PATH } = readLaunchEnv();
  if (!findRedisServer(PATH)) await installIfAllowed("redis", asked);
  return findRedisServer(PATH) !== undefined;
}

/** Whether there are nginx, Prometheus and promtool to test the deployment with, after unpacking them if that is allowed. */
export async function ensureDeployedPrograms(asked: boolean | undefined): Promise<boolean> {
  const { PATH, CI: isCi } = readLaunchEnv();
  const areThere = () =>
    (["nginx", "prometheus", "promtool"] as const).every((each) => findDeployedProgram(each, PATH));
  if (areThere()) return true;
  const reason = leaveToInstall({ system: packageSystem(), isRoot: isRoot(), isCi, asked });
  if (reason === undefined) return false;
  note(`unpacking the system packages nginx and prometheus below .data, ${reason}`);
  const log = openSync(join(DATA, "apt.log"), "a", 0o600);
  const failure = await unpackDeployedPrograms(log);
  closeSync(log);
  if (failure !== undefined) note(`${failure}; what apt said is in .data/apt.log`);
  return areThere();
}

/** The command that would get what is missing. */
export function wayToGet(program: SystemProgram): string {
  return howToGet(program, packageSystem());
}
