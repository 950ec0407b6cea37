import type { IncomingMessage } from "node:http";
import type { Answer } from "@/lib/cache/answer";
import { LoadSlots } from "@/lib/cache/load-slots";
import type { Load } from "@/lib/cache/read";
import { type AskedAnswer, AskedAnswers } from "@/lib/http/asked-answer";
import type { Asking } from "@/lib/http/asking";
import { bulkheadLimits } from "@/lib/http/bulkhead-limits";
import { makeAnswer, type Renderer } from "@/lib/http/renders/make-answer";
import type { RenderProcess } from "@/lib/http/renders/render-process";
import { RESPONSE } from "@/lib/http/response-read";
import { hasSeenAll } from "@/lib/http/seen-cookie";
import { type Manner, sendAnswer } from "@/lib/http/send-answer";
import { mayHoldSession } from "@/lib/http/session-cookie";
import { StaleVariants } from "@/lib/http/stale-variants";
import type { StoredAnswer } from "@/lib/http/stored-answer";
import { cacheHost } from "@/lib/platform/cache-host";
import type { Runtime } from "@/lib/platform/runtime";

type ResponseTierOptions = {
  readonly render: Renderer;
  /** Makes answers in a process of its own, where there is one. */
  readonly elsewhere?: Pick<RenderProcess, "make"> | undefined;
  /** What renders: the answers of another build, or of other settings, are not its own. */
  readonly buildId: string;
  readonly manner: Manner;
};

/** Renders that wait for their turn, and for how long: then what is stale answers, or nobody does. */
const RENDER_WAITS = { loadWaitsMax: 100, loadWaitMs: 2_000 };

/**
 * Whole public answers in front of Next: what may be stored is rendered for nobody in particular, once for all processes, and kept as
 * bytes in the cache of the runtime, with the tags and the life of what it was made of.
 */
export class ResponseTier {
  readonly #runtime: Runtime;
  readonly #options: ResponseTierOptions;
  readonly #asked: AskedAnswers;
  /** Pages, and answers of the API, which take a tenth of a page's time and so do not wait behind pages. */
  readonly #renders: { readonly pages: LoadSlots; readonly data: LoadSlots };
  readonly #stale: StaleVariants;

  constructor(runtime: Runtime, options: ResponseTierOptions) {
    this.#runtime = runtime;
    this.#options = options;
    this.#asked = new AskedAnswers(options.buildId);
    this.#stale = new StaleVariants(runtime.env);
    const loadsMax = bulkheadLimits(runtime.env).atOnceMax.pages;
    const slots = () => new LoadSlots({ loadsMax, ...RENDER_WAITS }, cacheHost);
    this.#renders = { pages: slots(), data: slots() };
  }

  /** What a request asks for, when its answer may be stored and it may have a stored one; null when it is for Next. */
  askedBy(request: IncomingMessage): AskedAnswer | null {
    const { cookie } = request.headers;
    return cookie !== undefined && mayHoldSession(cookie) ? null : this.#asked.read(request);
  }

  /** Answers at once if memory can; whether it did. */
  answerHeld(asked: AskedAnswer, asking: Asking): boolean {
    const { cache, clock } = this.#runtime;
    const { cookie } = asking.request.headers;
    if (cookie !== undefined && !hasSeenAll(clock, cookie)) return false;
    const held = cache.readHeld(asked.read, this.#load(asked));
    if (held === undefined) return false;
    this.#send(held.value, held, asking);
    return true;
  }

  /** Answers, from the nearest tier that has it, or rendered. Rejects with what the render rejected with when there is nothing stale either. */
  async answer(asked: AskedAnswer, asking: Asking): Promise<void> {
    const answer = await this.#runtime.cache.readWithProvenance(asked.read, this.#load(asked));
    const isOld = answer.tier !== "origin" && answer.isStale && answer.staleCause !== "time";
    if (!isOld || asked.kind === "data") return this.#send(answer.value, answer, asking);
    if (asked.kind === "payload") return leaveToPage(asking);
    this.#send(await this.#stale.of(asked.read.key, answer.value, answer.ageMs), answer, asking);
  }

  #load({ asked, kind }: AskedAnswer): Load<StoredAnswer> {
    const slots = this.#renders[kind === "data" ? "data" : "pages"];
    const { render, elsewhere } = this.#options;
    return async ({ keepOut, signal, takeOver }) => {
      await slots.take();
      try {
        const made = await elsewhere?.make(asked, signal);
        if (made) takeOver(made.dependence);
        const { answer, isForAll } = made ?? (await makeAnswer(this.#runtime, render, asked, signal));
        if (!isForAll) keepOut();
        return answer;
      } finally {
        slots.giveBack();
      }
    };
  }

  #send(value: StoredAnswer, answer: Answer<StoredAnswer>, asking: Asking): void {
    const { request, response, requestId, startedAtMs, reads } = asking;
    if (response.destroyed) return;
    const { tier, ageMs, expiresInMs, staleCause } = answer;
    const tookMs = performance.now() - startedAtMs;
    reads.push({ read: RESPONSE, tier, ageMs, expiresInMs, staleCause, tookMs });
    const { manner } = this.#options;
    const isOvertaken = manner.cdnMaxAgeS > 0 && this.#runtime.clock.overtakenBy(answer) !== null;
    sendAnswer(request, response, value, answer, { tookMs, requestId, isOvertaken }, manner);
  }
}

/** Next's router loads a page whole when its payload is none: the page then says that it may be out of date. */
function leaveToPage({ response, requestId }: Asking): void {
  response.writeHead(200, [
    ...["Content-Type", "text/html; charset=utf-8", "Content-Length", "0"],
    ...["Cache-Control", "no-store", "X-Request-Id", requestId],
  ]);
  response.end();
}
