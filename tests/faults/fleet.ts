import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Assignment, FromWorker, ToWorker } from "@/tests/faults/messages";

export type WorkerOptions = {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly hear: (message: FromWorker) => void;
  /** Where the code of the process lies; the project itself unless a design that is known to be bad is to be found out. */
  readonly folder: string;
};

/** One process of a fault run. */
export type Worker = {
  readonly name: string;
  readonly process: ChildProcess;
  send(message: ToWorker): void;
  kill(): Promise<void>;
};

/** Starts a process with its assignment, and waits until it is at work. */
export async function startWorker(
  name: string,
  assignment: Assignment,
  options: WorkerOptions,
): Promise<Worker> {
  const child = fork(`${options.folder}/tests/faults/worker.ts`, {
    cwd: options.folder,
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    serialization: "advanced",
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "silent",
      // bin/test sets it to the project's own, and "@/" would then lead there.
      TSX_TSCONFIG_PATH: `${options.folder}/tsconfig.json`,
      DATABASE_URL: options.databaseUrl,
      REDIS_URL: options.redisUrl,
      DATABASE_CONNECT_TIMEOUT_MS: "1000",
      DATABASE_STATEMENT_TIMEOUT_MS: "5000",
    },
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.on("message", (message: FromWorker) => {
      if (message.kind !== "ready") options.hear(message);
      else if (message.folder === options.folder) resolve();
      else reject(new Error(`${name} runs the code of ${message.folder}, not of ${options.folder}.`));
    });
  });
  child.once("exit", (code) => {
    // Whoever is killed has no exit code.
    if (code !== null) options.hear({ kind: "failed", message: `${name} ended by itself, with ${code}` });
  });
  const send = (message: ToWorker) => void (child.connected && child.send(message));
  send({ kind: "assignment", assignment });
  await Promise.race([ready, once(child, "exit")]);
  return {
    name,
    process: child,
    send,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
