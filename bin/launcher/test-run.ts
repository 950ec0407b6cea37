import { spawn } from "node:child_process";
import type { Tally } from "@/bin/launcher/reports";
import { CLONE } from "@/lib/platform/services/clone";

/** The sum of a whole run. */
export type TestRun = {
  /** Runs a program in the clone with its output shown, and adds what `tally` makes of its end. */
  suite(
    name: string,
    command: readonly string[],
    env: Environment,
    tally: (exitCode: number | null) => Tally,
  ): Promise<void>;
  /** Something that could not run, and the way to make it run. */
  missing(what: string, way: string): void;
  /** A failure outside any runner. */
  failed(what: string): void;
  /** Says what was skipped, missing and failed, with reasons, then the sum as the last line; the exit code. */
  finish(): number;
};

type Environment = Readonly<Record<string, string | undefined>>;

export function startTestRun(): TestRun {
  const total = { passed: 0, failed: 0 };
  const remarks: string[] = [];
  let isComplete = true;
  return {
    async suite(name, command, env, tally) {
      say(`\n── ${name}\n`);
      const startedAt = performance.now();
      const { passed, failed, skipped, reasons } = tally(await run(command, env));
      total.passed += passed;
      total.failed += failed;
      remarks.push(...skipped.map((test) => `skipped in ${name}: ${test}`));
      remarks.push(...reasons.map((reason) => `failed in ${name}: ${reason}`));
      say(
        `── ${name}: ${passed} passed, ${failed} failed, ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`,
      );
    },
    missing(what, way) {
      isComplete = false;
      remarks.push(`did not run: ${what}. To run it: ${way}`);
    },
    failed(what) {
      total.failed += 1;
      remarks.push(`failed: ${what}`);
    },
    finish() {
      say(
        `\n${remarks.map((remark) => `${remark}\n`).join("")}${total.passed} passed, ${total.failed} failed\n`,
      );
      return isComplete && total.failed === 0 ? 0 : 1;
    },
  };
}

/** A check has no tests to count: it passes or fails as one. */
export function countAsOne(exitCode: number | null): Tally {
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: [], reasons: [] }
    : { passed: 0, failed: 1, skipped: [], reasons: ["see its output"] };
}

function run([program = "node", ...args]: readonly string[], env: Environment): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: CLONE,
      env: { ...env, NODE_ENV: "test" },
      stdio: ["ignore", "inherit", "inherit"],
    });
    // Ctrl-C reaches it by itself; a signal sent to this process alone would leave it running.
    const end = () => child.kill();
    process.once("exit", end);
    child.once("error", (error) => {
      say(`${error.message}\n`);
      resolve(null);
    });
    child.once("exit", (exitCode) => {
      process.off("exit", end);
      resolve(exitCode);
    });
  });
}

function say(text: string): void {
  process.stdout.write(text);
}
