import { mkdirSync, rmSync } from "node:fs";
import { bringUp } from "@/bin/launcher/bring-up";
import { explain } from "@/bin/launcher/fail";
import { type LaunchOptions, readOptions } from "@/bin/launcher/options.mjs";
import { createStack, type Stack } from "@/bin/launcher/stack";
import { note, seconds } from "@/bin/launcher/steps.mjs";
import { AppError } from "@/lib/errors";
import { DATA } from "@/lib/platform/services/clone";
import { type Lock, takeLock } from "@/lib/platform/services/lock-file";
import { stopLeftovers } from "@/lib/platform/services/running-services";
import { ANNOUNCED_FILE, LOCK_FILE, STARTED_FILE } from "@/lib/platform/services/with-services";

const FIRST_ADMINISTRATOR =
  'bin/verandah user create --role administrator --email you@example.com --name "Your Name"';

async function up(options: LaunchOptions): Promise<void> {
  const startedAt = performance.now();
  mkdirSync(DATA, { recursive: true });
  const lock = lockClone();
  const stack = createStack(STARTED_FILE);
  const leaving = leaveOnSignal(stack, lock);
  try {
    await stopLeftovers(STARTED_FILE, note);
    const { url, hasAdministrator } = await bringUp(options, stack);
    leaving.exitCode = 0;
    const port = options.port === undefined ? "" : `PORT=${options.port} `;
    const wayIn = `  Nobody can sign in yet; this prints a link for the first: ${port}${FIRST_ADMINISTRATOR}\n`;
    process.stdout.write(
      `\n  Verandah is on ${url}, after ${seconds(startedAt).trim()}. Ctrl-C stops it.\n${hasAdministrator ? "" : wayIn}\n`,
    );
    await stack.broken;
  } catch (thrown) {
    // On the way out everything breaks; only what came first is worth saying.
    if (leaving.hasBegun) await new Promise(() => {});
    process.stderr.write(`\n${explain(thrown)}\n`);
    await stack.stop();
    tidy(lock);
    process.exit(1);
  }
}

function lockClone(): Lock {
  const lock = takeLock(LOCK_FILE, "bin/up");
  if (lock.taken) return lock;
  const { pid, purpose } = lock.holder;
  throw new AppError(
    "conflict",
    `${purpose} runs on this clone already (process ${pid}); stop it with Ctrl-C there or with kill ${pid}, or wait until it ends.`,
  );
}

/** The first signal stops everything in order, the second in a hurry. Before the portal is up, that is a failure. */
function leaveOnSignal(stack: Stack, lock: Lock): { hasBegun: boolean; exitCode: number } {
  const leaving = { hasBegun: false, exitCode: 130 };
  const leave = () => {
    process.stdout.write(
      leaving.hasBegun ? "\n  Stopping at once.\n" : "\n  Stopping. Ctrl-C again hurries.\n",
    );
    const stopped = stack.stop({ hurry: leaving.hasBegun });
    leaving.hasBegun = true;
    void stopped.then(() => {
      tidy(lock);
      process.exit(leaving.exitCode);
    });
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, leave);
  return leaving;
}

function tidy(lock: Lock): void {
  for (const file of [ANNOUNCED_FILE, STARTED_FILE]) rmSync(file, { force: true });
  lock.release();
}

try {
  const read = readOptions("up", process.argv.slice(2));
  if ("options" in read) await up(read.options);
} catch (thrown) {
  process.stderr.write(`${explain(thrown)}\n`);
  process.exit(1);
}
