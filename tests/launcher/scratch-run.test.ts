import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DATA } from "@/lib/platform/services/clone";
import { recordProcess } from "@/lib/platform/services/process-identity";
import { openScratchRun } from "@/lib/platform/services/scratch-run";

/** What a run leaves behind that was killed, or that lasts still. */
function leaveBehind(options: { holder: { pid: number; identity: string } }) {
  const folder = join(DATA, `scratch-${options.holder.pid}`);
  const service = spawn("sleep", ["60"]);
  const ended = once(service, "exit");
  onTestFinished(() => void service.kill());
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "lock"), JSON.stringify({ ...options.holder, purpose: "a test run" }));
  const started = [{ ...recordProcess(service.pid ?? 0), name: "Redis" }];
  writeFileSync(join(folder, "processes.json"), JSON.stringify(started));
  return { folder, service, ended };
}

test("a test run stops and removes what a killed one has left, and nothing of one that lasts", async () => {
  const killed = leaveBehind({ holder: { pid: 1, identity: "an earlier life" } });
  const holder = spawn("sleep", ["60"]);
  onTestFinished(() => void holder.kill());
  const lasting = leaveBehind({ holder: recordProcess(holder.pid ?? 0) });
  const run = await openScratchRun();
  expect(await killed.ended).toEqual([null, "SIGTERM"]);
  expect(existsSync(killed.folder)).toBe(false);
  expect(lasting.service.exitCode ?? lasting.service.signalCode).toBeNull();
  expect(existsSync(lasting.folder)).toBe(true);
  expect(existsSync(run.folder)).toBe(true);

  lasting.service.kill();
  writeFileSync(join(lasting.folder, "lock"), "");
  await openScratchRun();
  expect(existsSync(lasting.folder)).toBe(false);
  run.remove();
});
