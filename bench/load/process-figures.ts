import { readFileSync } from "node:fs";

/** What a process and those below it have used so far. */
export type ProcessFigures = { readonly cpuMs: number; readonly residentBytes: number };

/** Linux counts time in hundredths of a second for programs (proc(5), USER_HZ), and memory in pages. */
const TICK_MS = 10;
const PAGE_BYTES = 4_096;

/** From /proc; undefined where there is none (a Mac), or the process has ended. */
export function readProcess(pid: number): ProcessFigures | undefined {
  const own = readOwn(pid);
  if (own === undefined) return undefined;
  const below = childrenOf(pid).flatMap((child) => readProcess(child) ?? []);
  return [own, ...below].reduce((sum, each) => ({
    cpuMs: sum.cpuMs + each.cpuMs,
    residentBytes: sum.residentBytes + each.residentBytes,
  }));
}

function readOwn(pid: number): ProcessFigures | undefined {
  const stat = read(`/proc/${pid}/stat`);
  const memory = read(`/proc/${pid}/statm`);
  if (stat === undefined || memory === undefined) return undefined;
  // The name before it is in brackets, and may have spaces: utime and stime are the 12th and 13th field after it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const cpuMs = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  return { cpuMs, residentBytes: Number(memory.split(" ")[1]) * PAGE_BYTES };
}

function childrenOf(pid: number): readonly number[] {
  const listed = read(`/proc/${pid}/task/${pid}/children`)?.trim();
  return listed ? listed.split(" ").map(Number) : [];
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
