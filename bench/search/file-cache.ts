import { spawnSync } from "node:child_process";

/**
 * Asks the system to forget what it keeps in memory of a folder's files, which needs no rights but to read them (GNU dd, "nocache"; it
 * comes to posix_fadvise with POSIX_FADV_DONTNEED). They must be written to disk. False where this machine's dd cannot.
 */
export function forgetFiles(folder: string): boolean {
  if (!forget([`${folder}/PG_VERSION`])) return false;
  const { stdout } = spawnSync("find", [folder, "-type", "f", "-size", "+8k"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return forget(stdout.split("\n").filter(Boolean));
}

function forget(files: readonly string[]): boolean {
  return files.every((file) => {
    const { status } = spawnSync("dd", [`if=${file}`, "iflag=nocache", "count=0"], { stdio: "ignore" });
    return status === 0;
  });
}
