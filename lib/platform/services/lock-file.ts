import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { isRunning, recordProcess } from "@/lib/platform/services/process-identity";

const HOLDER = z.object({ pid: z.number(), identity: z.string(), purpose: z.string() });

export type LockHolder = z.infer<typeof HOLDER>;
export type Lock = { readonly taken: true; release(): void };
export type LockHeld = { readonly taken: false; readonly holder: LockHolder };

/**
 * Takes the lock for this process, or says who holds it. A lock whose holder no longer runs, whose pid belongs to another
 * process by now, or that cannot be read, is taken over.
 */
export function takeLock(file: string, purpose: string): Lock | LockHeld {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  const text = JSON.stringify({ ...recordProcess(process.pid), purpose });
  writeFileSync(mine, text);
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      // A link either makes the whole file or fails: nobody reads a half-written lock.
      if (tryLink(mine, file)) return { taken: true, release: () => release(file, text) };
      const found = readText(file);
      const holder = parse(found);
      if (holder && isRunning(holder)) return { taken: false, holder };
      if (found !== undefined) discard(file, found);
    }
    throw new Error(`The lock ${file} changes hands all the time; try again.`);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Who holds the lock now, if anybody who still runs does. */
export function lockHolder(file: string): LockHolder | undefined {
  const holder = parse(readText(file));
  return holder && isRunning(holder) ? holder : undefined;
}

/** Moves the stale lock aside first, and gives it back if it was not the stale one: another process may have been quicker. */
function discard(file: string, stale: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readText(aside) !== stale) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, text: string): void {
  if (readText(file) === text) rmSync(file, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST") return false;
    throw thrown;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function parse(text: string | undefined): LockHolder | undefined {
  if (text === undefined) return undefined;
  try {
    return HOLDER.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
