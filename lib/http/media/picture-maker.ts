import type { ChildProcess } from "node:child_process";
import { z } from "zod";

/** What one process of the maker tells of each name that it was sent. */
const REPORT = z.object({ name: z.string(), problem: z.string().nullable() });

export type PictureMaker = {
  /**
   * Whether the picture of this name is now in its file. Names that are awaited go first; one that is being made already is not made
   * twice. False at once when too many wait, or while the process rests after it broke.
   */
  make(name: string, urgency: "awaited" | "background"): Promise<boolean>;
  /** Ends the process; what was asked for is answered with false. */
  close(): void;
};

export type PictureMakerOptions = {
  /** Starts the process: it is sent names and answers each with a REPORT. */
  readonly start: () => ChildProcess;
  readonly report: (problem: string) => void;
  readonly waitingMax?: number;
  /** A picture that takes longer is given up, and its process with it. */
  readonly jobMs?: number;
  /** How long a process that broke is not started again. */
  readonly restMs?: number;
  /** How long a process without work is kept. */
  readonly idleMs?: number;
};

type Job = { readonly name: string; readonly promise: Promise<boolean>; settle(isMade: boolean): void };

/** Makes pictures one after the other in one other process, which is started when there is work and started again when it breaks. */
export function createPictureMaker(options: PictureMakerOptions): PictureMaker {
  const { start, report, waitingMax = 200, jobMs = 120_000, restMs = 2_000, idleMs = 60_000 } = options;
  const jobs = new Map<string, Job>();
  const waiting: Record<"awaited" | "background", Job[]> = { awaited: [], background: [] };
  let child: ChildProcess | null = null;
  let current: Job | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isResting = false;
  let isClosed = false;

  function settle(job: Job, isMade: boolean): void {
    jobs.delete(job.name);
    job.settle(isMade);
  }

  function wait(ms: number, then: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(then, ms);
    timer.unref();
  }

  function next(): void {
    if (current || isResting || isClosed) return;
    const job = waiting.awaited.shift() ?? waiting.background.shift();
    if (!job) {
      wait(idleMs, retire);
      return;
    }
    current = job;
    wait(jobMs, () => child?.kill("SIGKILL"));
    child ??= begin();
    const taker = child;
    taker.send(job.name, (error) => {
      if (error && child === taker) broke("it took no name");
    });
  }

  function begin(): ChildProcess {
    const begun = start();
    begun.on("message", (message) => child === begun && finish(message));
    begun.once("error", (error) => child === begun && broke(error.message));
    begun.once("exit", (code, signal) => child === begun && broke(`it ended with ${signal ?? code}`));
    return begun;
  }

  function finish(message: unknown): void {
    const { name, problem } = REPORT.parse(message);
    if (current?.name !== name) return;
    if (problem !== null) report(problem);
    const made = current;
    current = null;
    settle(made, problem === null);
    next();
  }

  /** Everything that waits is let go: whoever asked answers in another way, and asks again. */
  function broke(how: string): void {
    report(`The process that makes pictures broke: ${how}.`);
    isResting = true;
    letGo();
    wait(restMs, () => {
      isResting = false;
    });
  }

  function retire(): void {
    const retired = child;
    child = null;
    if (retired?.connected) retired.disconnect();
  }

  function letGo(): void {
    const broken = child;
    child = null;
    broken?.kill("SIGKILL");
    const lost = [...jobs.values()];
    current = null;
    waiting.awaited = [];
    waiting.background = [];
    for (const job of lost) settle(job, false);
  }

  return {
    make(name, urgency) {
      const running = jobs.get(name);
      if (running) return running.promise;
      if (isClosed || isResting || waiting[urgency].length >= waitingMax) return Promise.resolve(false);
      const job = createJob(name);
      jobs.set(name, job);
      waiting[urgency].push(job);
      next();
      return job.promise;
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      letGo();
    },
  };
}

function createJob(name: string): Job {
  let settle: Job["settle"] = () => {};
  const promise = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { name, promise, settle };
}
