import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isBuilt } from "@/bin/launcher/build";
import { CLONE } from "@/lib/platform/services/clone";
import { placeOutsideClone } from "@/lib/platform/services/postgres-place";
import type { RunAs } from "@/lib/platform/services/run-as";

/** What bin/up would make first, and takes too long to make again for each test. */
const MADE = [".next", "dist", "prisma/generated", ".data/generated"];

export type CloneCopy = { readonly root: string; remove(): void };

/**
 * A copy of this clone with its build, in a folder of its own: of mode 0700 when `isPrivate`, owned by `owner` if one is given.
 * Its packages are this clone's own.
 */
export function copyClone(options: { isPrivate?: boolean; owner?: RunAs } = {}): CloneCopy {
  if (!isBuilt())
    throw new Error("These tests run what is built: run bin/test, or bin/up once, before them.");
  const home = mkdtempSync(join(tmpdir(), "verandah-"));
  chmodSync(home, options.isPrivate ? 0o700 : 0o755);
  const root = join(home, "clone");
  for (const file of [...filesOfProject(), ...MADE]) copy(file, root);
  sharePackages(root, options.owner);
  if (options.owner) execFileSync("chown", ["-R", "-h", `${options.owner.uid}:${options.owner.gid}`, home]);
  return {
    root,
    remove() {
      for (const folder of [home, placeOutsideClone(root)]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function filesOfProject(): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: CLONE,
    encoding: "utf8",
  });
  return listed.split("\0").filter((file) => file !== "" && existsSync(join(CLONE, file)));
}

function copy(file: string, root: string): void {
  // What next dev keeps is large, and no part of a build.
  const filter = (source: string) =>
    source !== join(CLONE, ".next/dev") && source !== join(CLONE, ".next/cache");
  mkdirSync(dirname(join(root, file)), { recursive: true });
  cpSync(join(CLONE, file), join(root, file), { recursive: true, filter });
}

/** A link; for a user who cannot follow it, hard links. */
function sharePackages(root: string, owner: RunAs | undefined): void {
  const packages = join(CLONE, "node_modules");
  const here = join(root, "node_modules");
  const canFollow =
    !owner ||
    spawnSync("/bin/ls", [join(packages, "next")], { uid: owner.uid, gid: owner.gid, cwd: "/" }).status === 0;
  if (canFollow) symlinkSync(packages, here);
  else if (spawnSync("cp", ["-al", packages, here]).status !== 0) execFileSync("cp", ["-a", packages, here]);
}
