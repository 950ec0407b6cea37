import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";

/** A user to run a program as. */
export type RunAs = { readonly name: string; readonly uid: number; readonly gid: number };

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The user that Postgres runs as, because it refuses root: undefined (ourselves) unless we are root, then the owner of the data
 * where there is some already, else the system's `postgres` or `nobody`. No user is made.
 */
export function postgresUser(dataDir: string): RunAs | undefined {
  if (!isRoot()) return undefined;
  const owner = ownerOf(dataDir);
  if (owner && owner.uid !== 0) return owner;
  const user = lookUp("postgres") ?? lookUp("nobody");
  if (!user)
    throw new Error(
      "Postgres refuses to run as root, and there is no user named postgres or nobody; run bin/up as an ordinary user.",
    );
  return user;
}

function ownerOf(path: string): RunAs | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { name: `user ${found.uid}`, uid: found.uid, gid: found.gid };
}

function lookUp(name: string): RunAs | undefined {
  const ask = (option: string) =>
    Number(execFileSync("id", [option, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { name, uid: ask("-u"), gid: ask("-g") };
  } catch {
    return undefined;
  }
}
