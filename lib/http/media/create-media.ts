import { createPictureAnswer } from "@/lib/http/media/answer-picture";
import { createPictureFiles } from "@/lib/http/media/picture-files";
import { createPictureMaker } from "@/lib/http/media/picture-maker";
import { createSketches } from "@/lib/http/media/sketch-picture";
import { forkAtLowPriority } from "@/lib/platform/fork-at-low-priority";

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
    start: () =>
      forkAtLowPriority(worker, { args: [directory], ...(execArgv === undefined ? {} : { execArgv }) }),
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
