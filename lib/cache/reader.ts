import { bypass } from "./bypass";
import { about, type Crew, isUsable, type MissCause } from "./crew";
import { isSameShape } from "./entry";
import { Flight, type Outcome } from "./flight";
import { fly } from "./fly";
import { isDueEarly } from "./lifetime";
import { LoadScope, type Scope } from "./load-scope";
import { LoadRefusedError } from "./load-slots";
import type { Held } from "./memory-tier";
import type { Load, Read } from "./read";
import type { Caller, Door } from "./single-flight";
import type { TrustGate } from "./trust-gate";

export type Question = {
  readonly read: Read<unknown>;
  readonly load: Load<unknown>;
  readonly takesSlot: boolean;
};

/** Answers questions: from memory, by joining a flight, or by starting one. */
export class Reader {
  readonly #crew: Crew;
  readonly #gate: TrustGate;
  #identity: string | undefined;
  #renewals = 0;

  constructor(crew: Crew, gate: TrustGate) {
    this.#crew = crew;
    this.#gate = gate;
  }

  /** The hit path: nothing is allocated, and while no change has been applied nothing but the entry is looked up. */
  hit(read: Read<unknown>, load: Load<unknown>, takesSlot = true, hasCaughtUp = false): Held | undefined {
    const { clock, host, memory, observe } = this.#crew;
    const held = memory.get(read.key);
    if (held === undefined || !isSameShape(held.shape, read.shape)) return undefined;
    const now = host.now();
    if (!hasCaughtUp && !this.#gate.isTrusted(now)) return undefined;
    if (held.checkedVersion !== clock.version) {
      if (clock.overtakenBy(held.entry, held.checkedVersion) !== null) return undefined;
      held.checkedVersion = clock.version;
    }
    const { entry } = held;
    if (now >= entry.staleUntilMs) return undefined;
    if (now >= entry.freshUntilMs) {
      observe({ ...about(read), kind: "hit", tier: "memory", staleCause: "time" });
      this.#renew({ read, load, takesSlot }, held, "time");
      return held;
    }
    observe(held.hit);
    if (isDueEarly(entry, now, host)) this.#renew({ read, load, takesSlot }, held, "early");
    return held;
  }

  /** What a question comes to. Inside a load, what the answer depends on is added to that load. */
  async resolve(question: Question, scope: Scope | undefined): Promise<Outcome> {
    if (scope?.kind === "writing") return bypass(this.#crew, question, scope);
    const held = this.hit(question.read, question.load, question.takesSlot);
    if (held !== undefined) {
      const outcome = this.fromMemory(held);
      scope?.add(outcome);
      return outcome;
    }
    const outcome = await this.#miss(question, scope);
    this.#sayIfStale(question.read, outcome);
    scope?.add(outcome);
    return outcome;
  }

  /** Past its fresh time alone is said by the hit. */
  #sayIfStale(read: Read<unknown>, { entry, staleCause }: Outcome): void {
    if (staleCause === null || staleCause === "time") return;
    const { host, observe } = this.#crew;
    observe({
      ...about(read),
      kind: "stale-served",
      cause: staleCause,
      ageMs: host.now() - entry.loadedAtMs,
    });
  }

  fromMemory({ entry }: Held, nowMs = this.#crew.host.now()): Outcome {
    const staleCause = nowMs < entry.freshUntilMs ? null : "time";
    return { entry, tier: "memory", staleCause, taint: null };
  }

  async #miss(question: Question, parent: LoadScope | undefined): Promise<Outcome> {
    const { read, load } = question;
    const { clock, flights, host, observe } = this.#crew;
    if (parent?.isInside(read.key))
      throw new Error(`The load of ${read.key} reads ${read.key}: it would wait for itself.`);
    this.#dropForeign();
    observe({ ...about(read), kind: "miss", tier: "memory", ...this.#missCause(read) });
    const { order } = flights;
    if (this.#gate.isTrusted(host.now()))
      return this.#fetch(question, parent, { order, version: clock.version, isTrusted: true });

    observe({ ...about(read), kind: "wait", for: "catch-up" });
    const isTrusted = await this.#gate.regain();
    const held = isTrusted ? this.hit(read, load, question.takesSlot, true) : undefined;
    if (held !== undefined) return this.fromMemory(held);
    const stale = isTrusted ? undefined : this.#staleForTrust(question);
    return stale ?? this.#fetch(question, parent, { order, version: clock.version, isTrusted });
  }

  /** What is held answers, marked stale, although nobody can know what changed; and is renewed, in case only the journal is away. */
  #staleForTrust(question: Question): Outcome | undefined {
    const { host, limits } = this.#crew;
    const held = this.#usable(question.read);
    if (held === undefined) return undefined;
    const ageMs = host.now() - held.entry.loadedAtMs;
    if (ageMs >= limits.renewalRetryMs) this.#renew(question, held, "trust");
    return { entry: held.entry, tier: "memory", staleCause: "trust", taint: "stale" };
  }

  /**
   * Joins a flight or starts one. Through the ajar door at most once: if what comes out was overtaken before the caller
   * came, the next flight that the caller takes is one that began after.
   */
  async #fetch(question: Question, parent: LoadScope | undefined, caller: Caller): Promise<Outcome> {
    const { flights } = this.#crew;
    const { flight, door } = this.#board(question, parent, caller, "ajar");
    if (flight === null) return this.#refuse(question);
    const outcome = await flight.answer;
    if (door === "open" || outcome.taint === "stale" || flight.begun === undefined) return outcome;
    if (!flights.isOvertaken(flight, flight.begun, outcome.entry.tags)) return outcome;
    return this.#board(question, parent, caller, "open").flight?.answer ?? this.#refuse(question);
  }

  #board(
    question: Question,
    parent: LoadScope | undefined,
    caller: Caller,
    through: "open" | "ajar",
  ): { readonly flight: Flight | null; readonly door: Door } {
    const { flights, limits, observe } = this.#crew;
    const underWay = flights.find(question.read.key);
    const isJoinable = underWay !== undefined && isSameShape(underWay.shape, question.read.shape);
    const door = isJoinable ? flights.doorOf(underWay, caller) : "shut";
    if (underWay !== undefined && (door === "open" || door === through)) {
      observe({ ...about(question.read), kind: "wait", for: "flight" });
      return { flight: underWay, door };
    }
    if (flights.count >= limits.flightsMax) return { flight: null, door: "shut" };
    return { flight: this.#launch(question, parent, caller.isTrusted, "answers").flight, door: "open" };
  }

  /** There are as many flights as there may be: what is held answers, marked stale, or nothing does. */
  #refuse({ read }: Question): Outcome {
    const { limits, observe } = this.#crew;
    const error = new LoadRefusedError(`${limits.flightsMax} reads are being looked up already.`);
    observe({ ...about(read), kind: "load-failed", cause: "busy", error });
    const held = this.#usable(read);
    if (held === undefined) throw error;
    return { entry: held.entry, tier: "memory", staleCause: "error", taint: "stale" };
  }

  #launch(
    { read, load, takesSlot }: Question,
    parent: LoadScope | undefined,
    isTrusted: boolean,
    purpose: "answers" | "renews",
  ): { readonly flight: Flight; readonly landed: Promise<void> } {
    const { flights, limits } = this.#crew;
    const takesOwn = takesSlot && parent?.holdsSlot !== true && read.isComposed !== true;
    const bounds = { tagsMax: limits.tagsPerEntryMax, takesSlot: takesOwn };
    const flight = new Flight(read, isTrusted, new LoadScope(read, parent, bounds));
    const held = this.#usable(read);
    if (held !== undefined) flight.fallback = { entry: held.entry, tier: "memory" };
    const renews = purpose === "renews" ? held?.entry : undefined;
    const task = { read, load, flight, renews, takesSlot: takesOwn };
    flights.open(flight);
    return { flight, landed: fly(this.#crew, task) };
  }

  #renew(question: Question, held: Held, cause: "early" | "time" | "trust"): void {
    const { flights, host, limits, observe } = this.#crew;
    const now = host.now();
    if (now < held.renewAfterMs || flights.find(question.read.key) !== undefined) return;
    if (this.#renewals >= limits.renewalsMax || flights.count >= limits.flightsMax) {
      observe({ ...about(question.read), kind: "renewal-refused" });
      return;
    }
    this.#renewals++;
    observe({ ...about(question.read), kind: "renewal", cause });
    const { landed } = this.#launch(question, undefined, this.#gate.isTrusted(now), "renews");
    host.defer(() => landed.finally(() => this.#renewals--));
  }

  /** What is held, if it may be shown at all. */
  #usable(read: Read<unknown>): Held | undefined {
    const { clock, host, memory } = this.#crew;
    const held = memory.get(read.key);
    if (held === undefined || !isSameShape(held.shape, read.shape)) return undefined;
    return isUsable(held.entry, clock.identity, host.now()) ? held : undefined;
  }

  /** Once the database is another one, nothing that is held can answer again. */
  #dropForeign(): void {
    const { identity } = this.#crew.clock;
    if (identity === undefined || identity === this.#identity) return;
    if (this.#identity !== undefined) this.#crew.memory.drop();
    this.#identity = identity;
  }

  #missCause(read: Read<unknown>): MissCause {
    const { clock, host, memory } = this.#crew;
    const held = memory.get(read.key);
    if (held === undefined || !isSameShape(held.shape, read.shape)) return { cause: "absent", tag: null };
    const overtaking = clock.overtakenBy(held.entry, held.checkedVersion);
    if (overtaking !== null) return overtaking;
    return { cause: host.now() >= held.entry.staleUntilMs ? "time" : "trust", tag: null };
  }
}
