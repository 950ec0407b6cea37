import { AppError } from "@/lib/errors";
import { recordStarted } from "@/lib/platform/services/running-services";
import { type ServiceProcess, tailOf } from "@/lib/platform/services/service-process";

/** What a run has started, to be stopped in the opposite order. */
export type Stack = {
  /** Notes it for the next run too, should this one be killed. `mayEnd`: its end is no failure (a build). */
  add(process: ServiceProcess, options?: { readonly mayEnd?: boolean }): void;
  /** Rejects as soon as anything on the stack ends of itself, saying what and with the last lines of its log. */
  readonly broken: Promise<never>;
  /** Stops everything, the last started first. A second call with `hurry` overtakes the first. */
  stop(options?: { readonly hurry?: boolean }): Promise<void>;
};

export function createStack(recordFile: string): Stack {
  const started: ServiceProcess[] = [];
  let isStopping = false;
  let breakWith: (error: AppError) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    breakWith = reject;
  });
  // Nobody may be waiting for it yet.
  broken.catch(() => {});
  return {
    broken,
    add(process, { mayEnd = false } = {}) {
      started.push(process);
      recordStarted(recordFile, process);
      void process.ended.then((how) => {
        started.splice(started.indexOf(process), 1);
        if (!isStopping && !mayEnd) breakWith(endedAlone(process, how));
      });
    },
    async stop({ hurry = false } = {}) {
      isStopping = true;
      for (let last = started.at(-1); last; last = started.at(-1)) {
        await last.stop({ hurry });
        if (started.at(-1) === last) started.pop();
      }
    },
  };
}

function endedAlone({ name, logFile }: ServiceProcess, how: string): AppError {
  const tail = tailOf(logFile);
  const shown = tail ? ` The end of ${logFile}:\n${tail}` : ` Its log is ${logFile}.`;
  return new AppError("unavailable", `The ${name} ended of itself (${how}).${shown}`);
}
