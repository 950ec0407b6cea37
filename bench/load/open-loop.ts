import { type Arrivals, countArrivals, dueAfterMs } from "@/bench/load/arrivals";
import type { Answer } from "@/bench/load/asker";

/** What became of one request. Milliseconds since the run began. */
export type Outcome = {
  readonly number: number;
  readonly dueMs: number;
  readonly sentMs: number;
  readonly endedMs: number;
  /** Its answer, or why there was none. */
  readonly answer: Answer | Error;
};

export type OpenLoop = {
  readonly arrivals: Arrivals;
  /** As many wait for an answer at most; what is due beyond them is not sent, and counted. */
  readonly inFlightMax: number;
  readonly ask: (number: number) => Promise<Answer>;
  readonly heard: (outcome: Outcome) => void;
  readonly unsent: (number: number, dueMs: number) => void;
  readonly clock: Clock;
};

export type Clock = { readonly now: () => number; readonly wait: (ms: number) => Promise<void> };

/**
 * Sends each request when it is due, whether those before it were answered or not: who stalls is asked all the same, and each outcome
 * tells when it was due, so that waiting to be sent counts as waiting (Gil Tene, "How NOT to Measure Latency"). Resolves when all that was
 * sent has ended.
 */
export async function driveOpenLoop(loop: OpenLoop): Promise<void> {
  const { arrivals, inFlightMax, clock } = loop;
  const total = countArrivals(arrivals);
  const begunAt = clock.now();
  const sinceBegin = () => clock.now() - begunAt;
  const flying = new Set<Promise<void>>();

  const send = (number: number, dueMs: number) => {
    const sentMs = sinceBegin();
    const end = (answer: Answer | Error) => {
      flying.delete(flight);
      loop.heard({ number, dueMs, sentMs, endedMs: sinceBegin(), answer });
    };
    const flight: Promise<void> = loop.ask(number).then(end, (thrown: unknown) => end(asError(thrown)));
    flying.add(flight);
  };

  for (let number = 0; number < total; ) {
    for (; number < total && dueAfterMs(number, arrivals) <= sinceBegin(); number++) {
      const dueMs = dueAfterMs(number, arrivals);
      if (flying.size < inFlightMax) send(number, dueMs);
      else loop.unsent(number, dueMs);
    }
    if (number < total) await clock.wait(Math.max(0, dueAfterMs(number, arrivals) - sinceBegin()));
  }
  await Promise.all(flying);
}

/** The machine's own time. */
export const MACHINE_CLOCK: Clock = {
  now: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
