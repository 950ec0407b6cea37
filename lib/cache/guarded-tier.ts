import type { StoredEntry } from "./entry";
import type { CacheEvent, Observe } from "./events";
import type { Grant, Lease, Tier } from "./tier";
import { type Host, TimeLimitError, within } from "./time";

export type GuardLimits = {
  readonly tierTimeoutMs: number;
  /** So many failures in a row open the breaker … */
  readonly tierFailuresMax: number;
  /** … for so long; then one call tries again. */
  readonly tierOpenForMs: number;
};

type Operation = Extract<CacheEvent, { kind: "tier-failed" }>["operation"];

const AWAY: Grant = { kind: "away" };

/** The shared tier and the lease as the core uses them: no call rejects, none takes longer than its limit, and after repeated failures none is made for a while. */
export class GuardedTier {
  /** Switches the tier off and on at run time. */
  isOn = true;
  readonly #tier: Tier;
  readonly #lease: Lease;
  readonly #limits: GuardLimits;
  readonly #host: Host;
  readonly #observe: Observe;
  #failures = 0;
  #openUntilMs = Number.NEGATIVE_INFINITY;

  constructor(tier: Tier, lease: Lease, limits: GuardLimits, host: Host, observe: Observe) {
    this.#tier = tier;
    this.#lease = lease;
    this.#limits = limits;
    this.#host = host;
    this.#observe = observe;
  }

  async getMany(keys: readonly string[]): Promise<readonly unknown[]> {
    const found = await this.#try("get", keys, () => this.#tier.getMany(keys));
    return Array.isArray(found) ? found : [];
  }

  async put(key: string, entry: StoredEntry, keepForMs: number): Promise<void> {
    await this.#try("put", [key], () => this.#tier.put(key, entry, keepForMs));
  }

  async delete(keys: readonly string[]): Promise<void> {
    await this.#try("delete", keys, () => this.#tier.delete(keys));
  }

  async acquire(key: string): Promise<Grant> {
    let isTooLate = false;
    let granted: Grant | undefined;
    const giveBack = () => {
      if (isTooLate && granted?.kind === "holder") void this.release(key, granted);
    };
    const ask = async () => {
      granted = await this.#lease.acquire(key);
      giveBack();
      return granted.kind === "away" ? AWAY : granted;
    };
    const grant = await this.#try("lease", [key], ask);
    if (grant !== undefined) return grant;
    // Granted after all, it would keep others waiting for a load that nobody makes.
    isTooLate = true;
    giveBack();
    return AWAY;
  }

  async release(key: string, grant: Grant): Promise<void> {
    if (grant.kind === "holder") await this.#try("release", [key], () => grant.release());
  }

  async #try<T>(
    operation: Operation,
    keys: readonly string[],
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    const now = this.#host.now();
    // What was taken is given back in any case: a lease that is forgotten keeps others waiting.
    if (operation !== "release" && (!this.isOn || now < this.#openUntilMs)) return undefined;
    // While one call tries whether the tier is back, the others stay away.
    if (this.#failures >= this.#limits.tierFailuresMax) this.#openUntilMs = now + this.#limits.tierOpenForMs;
    try {
      const answer = await within(this.#host, this.#limits.tierTimeoutMs, work);
      // A lease that says "away" says nothing about whether the tier is back.
      if (answer !== AWAY) this.#succeeded();
      return answer;
    } catch (error) {
      this.#failed();
      const cause = error instanceof TimeLimitError ? "time" : "error";
      this.#observe({ kind: "tier-failed", operation, cause, keys, error });
      return undefined;
    }
  }

  #succeeded(): void {
    const wasOpen = this.#failures >= this.#limits.tierFailuresMax;
    this.#failures = 0;
    this.#openUntilMs = Number.NEGATIVE_INFINITY;
    if (wasOpen) this.#observe({ kind: "tier-breaker", isOpen: false });
  }

  #failed(): void {
    this.#failures++;
    if (this.#failures < this.#limits.tierFailuresMax) return;
    this.#openUntilMs = this.#host.now() + this.#limits.tierOpenForMs;
    if (this.#failures === this.#limits.tierFailuresMax)
      this.#observe({ kind: "tier-breaker", isOpen: true });
  }
}
