import type { IncomingMessage, ServerResponse } from "node:http";
import { LoadSlots } from "@/lib/cache/load-slots";
import { answerBusy } from "@/lib/http/answer-busy";
import type { Answer } from "@/lib/http/answer-context";
import { bodyArrived } from "@/lib/http/body-arrived";
import { type Lane, laneOf } from "@/lib/http/lane";
import { cacheHost } from "@/lib/platform/cache-host";

/** Bounds of what is answered past the stored answers. Times in milliseconds. */
export type BulkheadLimits = {
  /** So many of a lane at once … */
  readonly atOnceMax: Readonly<Record<Lane, number>>;
  /** … further ones that wait … */
  readonly waitingMax: number;
  /** … for at most so long. */
  readonly waitMs: number;
  /** Bodies that are on their way at once. */
  readonly bodiesMax: number;
  /** What is longer than any that is taken need not have arrived to be refused. */
  readonly bodyBytesMax: number;
  /** A place is given back when the reader has taken nothing for so long … */
  readonly stallMs: number;
  /** … or whatever has it is not done after so long. */
  readonly heldMs: number;
};

/** In front of the framework: it works on so much of each kind at once, and who finds no place in time is told when to come back. */
export class Bulkhead {
  readonly #limits: BulkheadLimits;
  readonly #lanes: Readonly<Record<Lane, LoadSlots>>;
  #bodies = 0;

  constructor(limits: BulkheadLimits) {
    const { atOnceMax, waitingMax: loadWaitsMax, waitMs: loadWaitMs } = limits;
    const slots = (lane: Lane) =>
      new LoadSlots({ loadsMax: atOnceMax[lane], loadWaitsMax, loadWaitMs }, cacheHost);
    this.#limits = limits;
    this.#lanes = {
      ...{ pages: slots("pages"), data: slots("data") },
      ...{ changes: slots("changes"), accounts: slots("accounts") },
    };
  }

  /** Answers when there is a place, or says that there is none. Rejects with what `answer` rejected with. */
  async answer(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
    const lane = laneOf(request);
    if (lane === null) return answer(request, response);
    if (lane !== "data" && !(await this.#hasArrived(request))) return answerBusy(lane, request, response);
    if (response.destroyed) return;
    try {
      await this.#lanes[lane].take();
    } catch {
      return answerBusy(lane, request, response);
    }
    const place = this.#hold(lane, response);
    try {
      // Who left while they waited is not worked for.
      if (!response.destroyed) await answer(request, response);
    } finally {
      place.giveBack();
    }
  }

  /** False when too many bodies are on their way already. */
  async #hasArrived(request: IncomingMessage): Promise<boolean> {
    if (!hasBody(request)) return true;
    if (this.#bodies >= this.#limits.bodiesMax) return false;
    this.#bodies++;
    try {
      // Of a connection that ended there is nobody to tell.
      await bodyArrived(request, this.#limits.bodyBytesMax).catch(() => {});
      return true;
    } finally {
      this.#bodies--;
    }
  }

  /** A place that is given back once: by its holder, when the reader stalls, or after the longest time. */
  #hold(lane: Lane, response: ServerResponse): { giveBack(): void } {
    const { stallMs, heldMs } = this.#limits;
    let isHeld = true;
    let stopStall = () => {};
    const giveBack = () => {
      stopStall();
      stopHeld();
      if (isHeld) this.#lanes[lane].giveBack();
      isHeld = false;
    };
    const stopHeld = cacheHost.after(heldMs, giveBack);
    const { write } = response;
    response.write = ((...chunk: Parameters<typeof write>) => {
      const isTaken = write.apply(response, chunk);
      stopStall();
      if (!isTaken && isHeld) stopStall = cacheHost.after(stallMs, giveBack);
      return isTaken;
    }) as typeof write;
    response.on("drain", () => stopStall());
    return { giveBack };
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}
