import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { DATA } from "@/lib/platform/services/clone";

/** What stands around the portal, what checks its configuration, and the compiler that Varnish has its own made by: wanted by tests alone. */
export const DEPLOYED_PROGRAMS = ["nginx", "prometheus", "promtool", "varnishd", "gcc"] as const;
export type DeployedProgram = (typeof DEPLOYED_PROGRAMS)[number];

/** Debian's packages of them would also start them, as services of the system; so they are unpacked here and installed nowhere. */
const UNPACKED = join(DATA, "programs");
const PACKAGES = ["nginx", "prometheus", "varnish", "libjemalloc2"] as const;

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

/** Folders of libraries that were unpacked with the programs, as LD_LIBRARY_PATH names them. */
export function unpackedLibraries(): string {
  const libraries = join(UNPACKED, "usr/lib");
  if (!existsSync(libraries)) return "";
  const folders = readdirSync(libraries).filter((name) => name.includes("-linux-gnu"));
  return folders.map((name) => join(libraries, name)).join(delimiter);
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
  // nginx knows -v only; the others take it for --version or say what they know.
  const env: Readonly<Record<string, string>> = { LD_LIBRARY_PATH: unpackedLibraries() };
  const { status } = spawnSync(command, ["-v"], { timeout: 5_000, env: env as NodeJS.ProcessEnv });
  return status !== null && status !== LIBRARY_MISSING;
}

function run(program: string, args: readonly string[], cwd: string, output: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", output, output] });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}
