import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { readProcess } from "@/bench/load/process-figures";

const HAS_PROC = existsSync("/proc/self/stat");

test("work shows as processor time, and memory is what is resident; where there is no /proc, nothing is claimed", () => {
  const before = readProcess(process.pid);
  if (before === undefined) return expect(HAS_PROC).toBe(false);
  const { user, system } = process.cpuUsage();
  for (const until = performance.now() + 200; performance.now() < until; );
  const after = readProcess(process.pid);
  const used = process.cpuUsage({ user, system });
  const usedMs = (used.user + used.system) / 1_000;
  // Counted in hundredths of a second.
  expect(Math.abs((after?.cpuMs ?? 0) - before.cpuMs - usedMs)).toBeLessThanOrEqual(30);
  const { rss } = process.memoryUsage();
  expect(Math.abs((after?.residentBytes ?? 0) - rss) / rss).toBeLessThan(0.3);
});

test("a process that is not there has no figures", () => {
  expect(readProcess(2_147_483_646)).toBeUndefined();
});
