import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { DATA } from "@/lib/platform/services/clone";

/** What stands beside the portal in docker-compose.yml, and what checks its configuration: wanted by tests alone. */
export type DeployedProgram = "nginx" | "prometheus" | "promtool";

/** Debian's packages of them would also start them, as services of the system; so they are unpacked here and installed nowhere. */
const UNPACKED = join(DATA, "programs");
const PACKAGES = ["nginx", "prometheus"] as const;

/** What the system's loader ends a program with that wants a library which is not there. */
const LIBRARY_MISSING = 127;

/** The program on the PATH, in the usual folders, or unpacked by unpackDeployedPrograms; undefined when there is none that runs. */
export function findDeployedProgram(program: DeployedProgram, path: string): string | undefined {
  const folders = [
    ...path.split(delimiter).filter(Boolean),
    ...["/usr/sbin", "/usr/bin", "/usr/local/bin"],
    ...["usr/sbin", "usr/bin"].map((folder) => join(UNPACKED, folder)),
  ];
  return folders.map((folder) => join(folder, program)).find(runs);
}

/** Fetches Debian's packages of all of them and unpacks them below .data. undefined when done, else why not. */
export async function unpackDeployedPrograms(logFile: number): Promise<string | undefined> {
  mkdirSync(UNPACKED, { recursive: true });
  const folder = mkdtempSync(join(DATA, "packages-"));
  try {
    if (!(await run("apt-get", ["download", ...PACKAGES], folder, logFile))) {
      await run("apt-get", ["update"], folder, logFile);
      if (!(await run("apt-get", ["download", ...PACKAGES], folder, logFile)))
        return `apt-get download ${PACKAGES.join(" ")} failed`;
    }
    for (const file of readdirSync(folder))
      if (!(await run("dpkg-deb", ["--extract", file, UNPACKED], folder, logFile)))
        return `dpkg-deb --extract ${file} failed`;
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runs(command: string): boolean {
  // nginx knows -v only; the other two take it for --version or say what they know.
  const { status } = spawnSync(command, ["-v"], { timeout: 5_000 });
  return status !== null && status !== LIBRARY_MISSING;
}

function run(program: string, args: readonly string[], cwd: string, output: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", output, output] });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}
