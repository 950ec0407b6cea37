import type { ChildProcess } from "node:child_process";
import type { Logger } from "pino";
import type { Dependence } from "@/lib/cache/load-scope";
import { formatSnapshot } from "@/lib/cache/snapshot";
import { AppError } from "@/lib/errors";
import type { Asked } from "@/lib/http/render-detached";
import type { MadeAnswer } from "@/lib/http/renders/make-answer";
import { FromRenderer, type ToRenderer } from "@/lib/http/renders/render-messages";
import { restartDelayMs } from "@/lib/platform/restart-delay";
import type { Runtime } from "@/lib/platform/runtime";

/** How often it is looked after while somebody waits for it, and how long it may say nothing: a page blocks it for some hundredths of a second. */
const LOOK_EVERY_MS = 1_000;
const SILENT_MAX_MS = 5_000;
/** Starting takes it a second or two, and several times that on a machine that is busy. */
const READY_MAX_MS = 60_000;

export type MadeElsewhere = MadeAnswer & { readonly dependence: Dependence };

/** A process of its own that renders, so that whoever is answered from memory never waits behind a page that is being made. */
export type RenderProcess = {
  /**
   * What is asked for, showing all that this process has seen; null when there is no such process now, or it cannot know as much: it is then
   * made here. Rejects as renderDetached does.
   */
  make(asked: Asked, signal: AbortSignal): Promise<MadeElsewhere | null>;
  /** Null while there is none. */
  readonly child: ChildProcess | null;
  close(): void;
};

type Waiting = { resolve(made: MadeElsewhere | null): void; reject(error: Error): void };
type Following = { readonly clock: Pick<Runtime["clock"], "identity" | "seen">; readonly logger: Logger };

/** Starts one, and another one whenever it ends, later each time that it ends soon; one that does not get ready, or says nothing any more, is killed. */
export function createRenderProcess(
  { clock, logger }: Following,
  start: () => ChildProcess,
  readyMaxMs = READY_MAX_MS,
): RenderProcess {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | null = null;
  let isReady = false;
  let isClosed = false;
  let heardAtMs = 0;
  let last = 0;
  let again: NodeJS.Timeout | undefined;

  function begin(waitedMs: number): void {
    const begun = start();
    const beganAtMs = performance.now();
    child = begun;
    const tooLate = setTimeout(() => {
      if (!isReady) begun.kill("SIGKILL");
    }, readyMaxMs).unref();
    // One that ended may still be heard: what it was asked is made elsewhere by then, and the next one is not ready.
    begun.on("message", (message) => child === begun && hear(message));
    const end = (code: unknown, signal: unknown = null) => {
      if (child !== begun) return;
      clearTimeout(tooLate);
      child = null;
      isReady = false;
      for (const { resolve } of waiting.values()) resolve(null);
      waiting.clear();
      if (isClosed) return;
      const delayMs = restartDelayMs(performance.now() - beganAtMs, waitedMs);
      logger.error({ code, signal, delayMs }, "the process that renders ended; another one takes its place");
      again = setTimeout(() => begin(delayMs), delayMs).unref();
    };
    begun.once("exit", end);
    begun.once("error", end);
  }

  function hear(message: unknown): void {
    heardAtMs = performance.now();
    const heard = FromRenderer.safeParse(message);
    if (!heard.success || heard.data.kind === "pong") return;
    if (heard.data.kind === "ready") isReady = true;
    else settle(heard.data);
  }

  function settle(told: Extract<FromRenderer, { id: number }>): void {
    const waits = waiting.get(told.id);
    waiting.delete(told.id);
    if (told.kind === "rendered") waits?.resolve(told as MadeElsewhere);
    else if (told.why === "behind") waits?.resolve(null);
    else
      waits?.reject(
        told.why === "away" ? new AppError("unavailable", told.message) : new Error(told.message),
      );
  }

  function say(message: ToRenderer): void {
    // What cannot be sent is settled when the process ends.
    child?.send(message, () => {});
  }

  const looking = setInterval(() => {
    if (waiting.size === 0) return;
    if (performance.now() - heardAtMs > SILENT_MAX_MS) child?.kill("SIGKILL");
    else say({ kind: "ping" });
  }, LOOK_EVERY_MS).unref();

  begin(0);
  return {
    make(asked, signal) {
      const { identity, seen } = clock;
      if (!isReady || identity === undefined || signal.aborted) return Promise.resolve(null);
      const id = ++last;
      if (waiting.size === 0) heardAtMs = performance.now();
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          waiting.delete(id);
          say({ kind: "give-up", id });
          reject(signal.reason);
        };
        signal.addEventListener("abort", giveUp, { once: true });
        const done = () => signal.removeEventListener("abort", giveUp);
        waiting.set(id, {
          resolve: (made) => {
            done();
            resolve(made);
          },
          reject: (error) => {
            done();
            reject(error);
          },
        });
        say({ kind: "render", id, asked, identity, seen: formatSnapshot(seen) });
      });
    },
    get child() {
      return child;
    },
    close() {
      isClosed = true;
      clearInterval(looking);
      clearTimeout(again);
      if (child?.connected) child.disconnect();
    },
  };
}
