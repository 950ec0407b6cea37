import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** A program that is a Redis server, and the name under which it must be called to be one. */
export type RedisServer = { readonly command: string; readonly argv0: string; readonly version: string };

/** Beside the PATH: where Homebrew puts programs, which a login shell alone would know. */
const USUAL_FOLDERS = ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin", "/usr/local/sbin", "/usr/sbin"];

/**
 * Debian's redis-tools and valkey-tools bring the server's own binary under the name of the dump checker (redis-server is a link to
 * it): with them alone no system service comes along.
 */
const CANDIDATES = [
  { file: "redis-server", argv0: "redis-server" },
  { file: "valkey-server", argv0: "valkey-server" },
  { file: "redis-check-rdb", argv0: "redis-server" },
  { file: "valkey-check-rdb", argv0: "valkey-server" },
] as const;

/** A Redis or Valkey server of this machine, tried; undefined when there is none. */
export function findRedisServer(path: string): RedisServer | undefined {
  const folders = [...path.split(delimiter).filter(Boolean), ...USUAL_FOLDERS];
  for (const { file, argv0 } of CANDIDATES) {
    for (const folder of folders) {
      const command = join(folder, file);
      const version = isProgram(command) ? serverVersion(command, argv0) : undefined;
      if (version !== undefined) return { command, argv0, version };
    }
  }
  return undefined;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function serverVersion(command: string, argv0: string): string | undefined {
  const { stdout } = spawnSync(command, ["--version"], { argv0, encoding: "utf8", timeout: 5_000 });
  return /server .*v=(\S+)/.exec(stdout ?? "")?.[1];
}
