// Plain JavaScript, because it is read before anything is installed.
import { existsSync, readFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { join } from "node:path";

/**
 * The first package of package-lock.json that node_modules lacks or has in another version; undefined when it is complete.
 * npm writes node_modules/.package-lock.json last, so a killed installation has none.
 */
export function missingPackage(root) {
  const wanted = readLock(join(root, "package-lock.json"));
  const installed = readLock(join(root, "node_modules/.package-lock.json"));
  if (!installed) return "node_modules";
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || !isForThisMachine(entry)) continue;
    const isThere =
      installed[path]?.version === entry.version && existsSync(join(root, path, "package.json"));
    if (!isThere && !isOptionalAndUnavailable(entry, installed[path])) return path;
  }
  return undefined;
}

/** npm passes over an optional package that it cannot get, unless it is made for this very machine: those the portal needs. */
function isOptionalAndUnavailable(entry, installed) {
  return entry.optional === true && !installed && entry.os === undefined && entry.cpu === undefined;
}

function isForThisMachine({ os, cpu, libc }) {
  return includes(os, platform()) && includes(cpu, arch()) && includes(libc, currentLibc());
}

function includes(list, value) {
  if (!list || value === undefined) return true;
  return (
    list.some((item) => item === value) ||
    (list.every((item) => item.startsWith("!")) && !list.includes(`!${value}`))
  );
}

let libc;

function currentLibc() {
  if (platform() !== "linux") return undefined;
  if (libc === undefined) {
    // Without this the report looks up the names of the machine's connections.
    process.report.excludeNetwork = true;
    libc = process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl";
  }
  return libc;
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
