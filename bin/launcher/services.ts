import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { note } from "@/bin/launcher/steps.mjs";
import { readLaunchEnv } from "@/lib/env";
import { DATA } from "@/lib/platform/services/clone";
import {
  DEPLOYED_PROGRAMS,
  findDeployedProgram,
  unpackDeployedPrograms,
} from "@/lib/platform/services/deployed-program";
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

/** Which of the programs that the deployment is tested with are missing, after unpacking them if that is allowed. */
export async function missingDeployedPrograms(asked: boolean | undefined): Promise<readonly string[]> {
  const { PATH, CI: isCi } = readLaunchEnv();
  const missing = () => DEPLOYED_PROGRAMS.filter((each) => !findDeployedProgram(each, PATH));
  const reason = leaveToInstall({ system: packageSystem(), isRoot: isRoot(), isCi, asked });
  if (missing().length === 0 || reason === undefined) return missing();
  note(`unpacking the system packages nginx, prometheus and varnish below .data, ${reason}`);
  const log = openSync(join(DATA, "apt.log"), "a", 0o600);
  const failure = await unpackDeployedPrograms(log);
  closeSync(log);
  if (failure !== undefined) note(`${failure}; what apt said is in .data/apt.log`);
  return missing();
}

/** The command that would get what is missing. */
export function wayToGet(program: SystemProgram): string {
  return howToGet(program, packageSystem());
}
