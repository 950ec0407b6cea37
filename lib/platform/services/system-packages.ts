import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { platform } from "node:os";
import { isRoot } from "@/lib/platform/services/run-as";

/** How programs get onto this machine. */
export type PackageSystem = "debian" | "ubuntu" | "brew" | "other";
export type SystemProgram = "redis" | "browser";

export type InstallWish = {
  readonly system: PackageSystem;
  readonly isRoot: boolean;
  readonly isCi: boolean;
  /** --install, --no-install, or neither. */
  readonly asked: boolean | undefined;
};

export function packageSystem(): PackageSystem {
  if (platform() === "darwin") return "brew";
  try {
    const release = readFileSync("/etc/os-release", "utf8");
    if (/^ID="?ubuntu"?$/m.test(release)) return "ubuntu";
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release) ? "debian" : "other";
  } catch {
    return "other";
  }
}

/** Why system packages may be installed, for people to read; undefined when they may not. */
export function leaveToInstall({ system, isRoot, isCi, asked }: InstallWish): string | undefined {
  const hasApt = system === "debian" || system === "ubuntu";
  if (asked === false || !hasApt) return undefined;
  if (asked) return "as --install asks";
  if (isCi) return "as CI is set (--no-install prevents it)";
  return isRoot ? "as this is a root shell (--no-install prevents it)" : undefined;
}

/** Debian's package of a program; Ubuntu's browser package is only a stub that wants a system service. */
export function aptPackage(program: SystemProgram, system: PackageSystem): string | undefined {
  // The server's binary is in it under another name (redis-server.ts), and no system service comes with it.
  if (program === "redis") return system === "debian" || system === "ubuntu" ? "redis-tools" : undefined;
  return system === "debian" ? "chromium" : undefined;
}

/** The words that tell a person how to get a program here. */
export function howToGet(program: SystemProgram, system: PackageSystem): string {
  const name = aptPackage(program, system);
  if (name) return `sudo apt-get install ${name}`;
  if (program === "redis")
    return system === "brew"
      ? "brew install redis"
      : "install redis-server with your package manager, or set REDIS_URL";
  return system === "brew"
    ? "brew install --cask google-chrome"
    : "install Google Chrome (https://www.google.com/chrome) or set CHROME_PATH";
}

/** Installs one package with apt; its lists are fetched first if it is not in them. undefined when done, else why not. */
export async function aptInstall(name: string, logFile: number): Promise<string | undefined> {
  const install = ["install", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120", name];
  if ((await apt(install, logFile)) === 0) return undefined;
  await apt(["update"], logFile);
  const code = await apt(install, logFile);
  return code === 0 ? undefined : `apt-get install ${name} failed`;
}

function apt(args: readonly string[], output: number): Promise<number | null> {
  const command = [
    ...(isRoot() ? [] : ["sudo"]),
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "apt-get",
    ...args,
  ];
  const [program = "env", ...rest] = command;
  return new Promise((resolve) => {
    // sudo may ask for the password on the terminal.
    const child = spawn(program, rest, { stdio: ["inherit", output, output] });
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
}
