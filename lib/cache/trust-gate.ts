import type { ChangeClock } from "./change-clock";
import type { Limits } from "./limits";
import { type Host, within } from "./time";

/** Whether this process may believe its clock: only while the last successful poll started less than a moment ago. */
export class TrustGate {
  readonly #clock: ChangeClock;
  readonly #catchUp: () => Promise<boolean>;
  readonly #limits: Pick<Limits, "trustForMs" | "catchUpMs" | "catchUpRetryMs">;
  readonly #host: Host;
  #triedAtMs = Number.NEGATIVE_INFINITY;
  #hasFailed = false;

  constructor(
    clock: ChangeClock,
    catchUp: () => Promise<boolean>,
    limits: Pick<Limits, "trustForMs" | "catchUpMs" | "catchUpRetryMs">,
    host: Host,
  ) {
    this.#clock = clock;
    this.#catchUp = catchUp;
    this.#limits = limits;
    this.#host = host;
  }

  isTrusted(nowMs: number): boolean {
    return nowMs - this.#clock.polledAtMs < this.#limits.trustForMs;
  }

  /** Waits, for a bounded time, for a poll that starts now; false when there is none, or when one failed a moment ago. */
  async regain(): Promise<boolean> {
    const now = this.#host.now();
    if (this.#hasFailed && now - this.#triedAtMs < this.#limits.catchUpRetryMs) return false;
    try {
      this.#hasFailed = !(await within(this.#host, this.#limits.catchUpMs, this.#catchUp));
    } catch {
      this.#hasFailed = true;
    }
    this.#triedAtMs = this.#host.now();
    return !this.#hasFailed && this.#clock.identity !== undefined;
  }
}
