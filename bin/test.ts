import { runAllTests } from "@/bin/launcher/all-tests";
import { explain } from "@/bin/launcher/fail";
import { readOptions } from "@/bin/launcher/options.mjs";
import { createStack } from "@/bin/launcher/stack";
import { note } from "@/bin/launcher/steps.mjs";
import { startTestRun } from "@/bin/launcher/test-run";
import { openScratchRun } from "@/lib/platform/services/scratch-run";

async function test(install: boolean | undefined): Promise<number> {
  const scratch = await openScratchRun(note);
  const stack = createStack(scratch.startedFile);
  const run = startTestRun();
  const leave = () =>
    void stack
      .stop({ hurry: true })
      .then(() => scratch.remove())
      .then(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, leave);
  try {
    await runAllTests({ run, stack, folder: scratch.folder, install });
  } catch (thrown) {
    process.stderr.write(`${explain(thrown)}\n`);
    run.failed("bin/test itself; the reason stands above");
  } finally {
    await stack.stop({ hurry: true });
    scratch.remove();
  }
  return run.finish();
}

try {
  const read = readOptions("test", process.argv.slice(2));
  if ("options" in read) process.exitCode = await test(read.options.install);
} catch (thrown) {
  process.stderr.write(`${explain(thrown)}\n`);
  process.exitCode = 1;
}
