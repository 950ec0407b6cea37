import type { Host } from "@/lib/cache/time";
import type { Chance } from "./chance";
import type { Timeline } from "./timeline";

/** Where a process runs: everything that happens to it waits while it is stopped. */
export class Site implements Host {
  #stoppedUntilMs = 0;
  readonly #timeline: Timeline;
  readonly #chance: Chance;

  constructor(timeline: Timeline, chance: Chance) {
    this.#timeline = timeline;
    this.#chance = chance;
  }

  now = (): number => this.#timeline.now;

  random = (): number => this.#chance.next();

  /** SIGSTOP, and SIGCONT so much later. */
  stopFor(durationMs: number): void {
    this.#stoppedUntilMs = this.#timeline.now + durationMs;
  }

  after = (delayMs: number, work: () => void): (() => void) => {
    let cancelLate = () => {};
    const cancel = this.#timeline.after(delayMs, () => {
      const remainingMs = this.#stoppedUntilMs - this.#timeline.now;
      if (remainingMs <= 0) work();
      else cancelLate = this.after(remainingMs, work);
    });
    return () => {
      cancel();
      cancelLate();
    };
  };

  defer = (work: () => Promise<void>): void => {
    void work();
  };

  settled = <T>(value: T): Promise<T> => Promise.resolve(value);

  wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(delayMs, resolve);
    });
  }
}
