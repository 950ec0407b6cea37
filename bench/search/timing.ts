import type { MixRequest } from "@/bench/mix";
import { ask } from "@/bench/search/ask";
import { createProgress } from "@/lib/platform/progress";

/** A request and how long its answer took, in milliseconds. */
export type Timed<Request extends MixRequest = MixRequest> = {
  readonly request: Request;
  readonly tookMs: number;
};

/** Asks one after the other, and tells on stderr how far it is. Rejects with the first error. */
export async function timeEach<Request extends MixRequest>(
  label: string,
  requests: readonly Request[],
): Promise<readonly Timed<Request>[]> {
  const progress = createProgress(label, requests.length, process.stderr, { unit: "requests" });
  const timed: Timed<Request>[] = [];
  try {
    for (const request of requests) {
      timed.push(await time(request));
      progress.at(timed.length);
    }
  } finally {
    progress.end();
  }
  return timed;
}

export type Crowd = { readonly timed: readonly Timed[]; readonly errors: readonly string[] };

/** So many callers at once, each asking the next request as soon as it has its answer. An error ends nobody's asking. */
export async function timeCrowd(
  label: string,
  requests: readonly MixRequest[],
  callers: number,
): Promise<Crowd> {
  const progress = createProgress(label, requests.length, process.stderr, { unit: "requests" });
  const timed: Timed[] = [];
  const errors: string[] = [];
  // One iterator for all: each request is taken once.
  const waiting = requests.values();
  const call = async () => {
    for (const request of waiting) {
      await time(request).then(
        (each) => timed.push(each),
        (thrown: unknown) => errors.push(String(thrown)),
      );
      progress.at(timed.length + errors.length);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  progress.end();
  return { timed, errors };
}

export async function time<Request extends MixRequest>(request: Request): Promise<Timed<Request>> {
  const startedAt = performance.now();
  await ask(request);
  return { request, tookMs: performance.now() - startedAt };
}

export function durations(timed: readonly Timed[]): readonly number[] {
  return timed.map(({ tookMs }) => tookMs);
}
