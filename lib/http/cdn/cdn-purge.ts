import type { CacheEvent } from "@/lib/cache/events";
import type { Host } from "@/lib/cache/time";
import { isCacheTag } from "@/lib/http/cdn/cache-tags";
import { DuePurges, type PurgeLimits } from "@/lib/http/cdn/due-purges";
import type { SendPurge } from "@/lib/http/cdn/send-purge";

/**
 * An answer that had left before the change may be kept after the purge. Nearly all are there within a tenth of a second, or one; after
 * the last pause none is on its way any more: a CDN is not to wait longer than 15 s for one to begin (deploy/varnish/portal.vcl). That is
 * also within the 20 s in which whoever wrote is answered past the CDN (seen-cookie.ts).
 */
export const AGAIN_AFTER_MS = [100, 900, 15_000];
/** A request of Cloudflare's API takes no more. */
const BATCH_MAX = 100;
const LIMITS: PurgeLimits = { tagsMax: 5_000, batchMax: BATCH_MAX, againAfterMs: AGAIN_AFTER_MS };

const RETRY_MS = { first: 100, most: 2_000 };

/** Who is signed in changes often, and no answer that a CDN keeps depends on it. */
const PRIVATE = /^(?:sessions?|accounts?)(?::|$)/;

type PurgeDependencies = {
  readonly send: SendPurge;
  readonly host: Pick<Host, "now" | "after">;
  /** Told how each request ended: null, or with what. */
  readonly observe: (error: unknown) => void;
};

/**
 * Tells a CDN what changed, for one process: a listener for the events of its cache. One request is under way at a time, and what changes
 * meanwhile goes with the next; nobody waits for any. Each process does it, since only a purge that follows what this process has applied
 * comes after the answers that it gave before.
 */
export class CdnPurge {
  readonly #dependencies: PurgeDependencies;
  readonly #due = new DuePurges(LIMITS);
  #cancel: (() => void) | undefined;
  #isSending = false;
  #isClosed = false;
  #failures = 0;

  constructor(dependencies: PurgeDependencies) {
    this.#dependencies = dependencies;
  }

  /** Remembers what an event says has changed. */
  hear(event: CacheEvent): void {
    const nowMs = this.#dependencies.host.now();
    if (event.kind === "changes") {
      for (const { tags } of event.rows) this.#due.add(tags.filter(isPurged), nowMs);
    } else if (isLossOfSight(event)) this.#due.addEverything(nowMs);
    else return;
    // A CDN that does not answer is asked when its turn comes.
    if (!this.#isSending && this.#failures === 0) this.#wakeAfter(0);
  }

  /** How long the CDN has not been told of a change that this process knows, in milliseconds. */
  get behindMs(): number {
    const { untoldSinceMs } = this.#due;
    return untoldSinceMs === undefined ? 0 : this.#dependencies.host.now() - untoldSinceMs;
  }

  /** What was not told by now is told by the other processes, or by the next that begins. */
  close(): void {
    this.#isClosed = true;
    this.#cancel?.();
  }

  async #tell(): Promise<void> {
    const { host, observe, send } = this.#dependencies;
    const batch = this.#due.take(host.now());
    if (batch !== undefined) {
      this.#isSending = true;
      try {
        await send([...batch.keys()]);
        this.#due.settle(batch, host.now());
        this.#failures = 0;
        observe(null);
      } catch (error) {
        this.#due.giveBack();
        this.#failures++;
        observe(error);
      }
      this.#isSending = false;
    }
    const { nextDueAtMs } = this.#due;
    if (nextDueAtMs !== undefined) this.#wakeAfter(Math.max(nextDueAtMs - host.now(), this.#retryMs()));
  }

  #retryMs(): number {
    return this.#failures === 0 ? 0 : Math.min(RETRY_MS.first * 2 ** (this.#failures - 1), RETRY_MS.most);
  }

  #wakeAfter(delayMs: number): void {
    this.#cancel?.();
    if (!this.#isClosed) this.#cancel = this.#dependencies.host.after(delayMs, () => void this.#tell());
  }
}

function isPurged(tag: string): boolean {
  return isCacheTag(tag) && !PRIVATE.test(tag);
}

/** Changes may have been missed; also when a process begins, since maybe none followed before it. */
function isLossOfSight(event: CacheEvent): boolean {
  if (event.kind === "floor-raised") return event.cause === "missed";
  return event.kind === "identity-changed" || event.kind === "identity-lost";
}
