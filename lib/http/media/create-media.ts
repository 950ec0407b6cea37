import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { createPictureAnswer } from "@/lib/http/media/answer-picture";
import { createPictureFiles } from "@/lib/http/media/picture-files";
import { createPictureMaker } from "@/lib/http/media/picture-maker";
import { createSketches } from "@/lib/http/media/sketch-picture";

type MediaOptions = {
  readonly directory: string;
  /** media-worker, as source or as built. */
  readonly worker: string;
  /** Options of Node for it; those of this process when not given. */
  readonly execArgv?: string[];
  readonly report: (problem: string) => void;
  readonly waitMs?: number;
};

/** The pictures of invented listings: answers requests for them and owns the process that makes them. */
export function createMedia({ directory, worker, execArgv, report, waitMs }: MediaOptions) {
  const maker = createPictureMaker({
    start: () => startWorker(worker, directory, execArgv),
    report,
  });
  const answer = createPictureAnswer({
    files: createPictureFiles(directory),
    maker,
    sketch: createSketches({ now: () => performance.now() }),
    ...(waitMs === undefined ? {} : { waitMs }),
  });
  return { answer, close: () => maker.close() };
}

function startWorker(worker: string, directory: string, execArgv = process.execArgv): ChildProcess {
  // It has no use for the portal's environment, which holds passwords.
  const child = fork(worker, [directory], { env: { NODE_ENV: "production" }, execArgv });
  // From here, before it has threads: on Linux each has a priority of its own, which it takes from the one that starts it.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  return child;
}
