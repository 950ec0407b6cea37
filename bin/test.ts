import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runAllTests } from "@/bin/launcher/all-tests";
import { explain } from "@/bin/launcher/fail";
import { readOptions } from "@/bin/launcher/options.mjs";
import { createStack } from "@/bin/launcher/stack";
import { note } from "@/bin/launcher/steps.mjs";
import { startTestRun } from "@/bin/launcher/test-run";
import { DATA } from "@/lib/platform/services/clone";
import { lockHolder, takeLock } from "@/lib/platform/services/lock-file";
import { placeOutsideClone } from "@/lib/platform/services/postgres-place";
import { stopLeftovers } from "@/lib/platform/services/running-services";

const PREFIX = "test-";

async function test(install: boolean | undefined): Promise<number> {
  await removeAbandoned();
  const folder = join(DATA, `${PREFIX}${process.pid}`);
  mkdirSync(folder, { recursive: true });
  takeLock(lockIn(folder), "bin/test");
  const stack = createStack(join(folder, "processes.json"));
  const run = startTestRun();
  const leave = () =>
    void stack
      .stop({ hurry: true })
      .then(() => remove(folder))
      .then(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, leave);
  try {
    await runAllTests({ run, stack, folder, install });
  } catch (thrown) {
    process.stderr.write(`${explain(thrown)}\n`);
    run.failed("bin/test itself; the reason stands above");
  } finally {
    await stack.stop({ hurry: true });
    remove(folder);
  }
  return run.finish();
}

/** What runs that were killed have left: their processes and folders. */
async function removeAbandoned(): Promise<void> {
  mkdirSync(DATA, { recursive: true });
  for (const name of readdirSync(DATA).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(DATA, name);
    if (lockHolder(lockIn(folder))) continue;
    await stopLeftovers(join(folder, "processes.json"), note);
    remove(folder);
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(placeOutsideClone(), folder.slice(DATA.length + 1)), { recursive: true, force: true });
}

function lockIn(folder: string): string {
  return join(folder, "lock");
}

try {
  const read = readOptions("test", process.argv.slice(2));
  if ("options" in read) process.exitCode = await test(read.options.install);
} catch (thrown) {
  process.stderr.write(`${explain(thrown)}\n`);
  process.exitCode = 1;
}
