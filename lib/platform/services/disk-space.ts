import { statfsSync } from "node:fs";
import { AppError } from "@/lib/errors";

const MEGABYTE = 1024 * 1024;

/** AppError unavailable when less than so much is free where the folder is. `freeBytes` is for tests. */
export function requireDiskSpace(folder: string, neededMb: number, freeBytes = freeBytesAt(folder)): void {
  const freeMb = Math.floor(freeBytes / MEGABYTE);
  if (freeMb >= neededMb) return;
  throw new AppError(
    "unavailable",
    `The disk of ${folder} has ${freeMb} MB free and ${neededMb} MB are needed; make room, then try again.`,
  );
}

function freeBytesAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
