import type { ChangeClock } from "./change-clock";
import type { Begun, Flight } from "./flight";

/** Who asks: what had happened when they came, and whether the process then knew all that it must. */
export type Caller = {
  readonly order: number;
  readonly version: number;
  readonly isTrusted: boolean;
};

/**
 * How a caller stands to a flight. "open": its result can't be older than the caller. "ajar": its load began before the
 * caller came, and no change known so far has overtaken it; the result is to be checked once all its tags are known.
 */
export type Door = "open" | "ajar" | "shut";

/** At most one flight per key that newcomers may join. */
export class SingleFlight {
  readonly #clock: ChangeClock;
  readonly #slots = new Map<string, Flight>();
  #order = 0;
  #count = 0;

  constructor(clock: ChangeClock) {
    this.#clock = clock;
  }

  /** Flights under way, those that were replaced included. */
  get count(): number {
    return this.#count;
  }

  get order(): number {
    return this.#order;
  }

  find(key: string): Flight | undefined {
    return this.#slots.get(key);
  }

  /** Starts a flight and takes the key's slot, from another flight if need be. */
  open(flight: Flight): Flight {
    const replaced = this.#slots.get(flight.key);
    if (replaced !== undefined && !replaced.hasLanded) flight.follows = replaced;
    this.#slots.set(flight.key, flight);
    this.#count++;
    return flight;
  }

  /** Takes the stamp. Whatever the load reads from here on is at least as new. */
  begin(flight: Flight): Begun {
    flight.begun = {
      order: ++this.#order,
      version: this.#clock.version,
      identity: this.#clock.identity,
      stamp: this.#clock.seen,
    };
    return flight.begun;
  }

  /** Ends a flight, once. The slot is left alone when it is another flight's by now. */
  close(flight: Flight): void {
    if (flight.isClosed) return;
    flight.isClosed = true;
    this.#count--;
    if (this.#slots.get(flight.key) === flight) this.#slots.delete(flight.key);
  }

  /** Which door of the flight this caller stands at. */
  doorOf(flight: Flight, caller: Caller): Door {
    const { begun } = flight;
    if (begun === undefined) return flight.isTrusted === caller.isTrusted ? "open" : "shut";
    if (begun.order > caller.order) return "open";
    if (!caller.isTrusted) return "shut";
    if (begun.version === caller.version) return "open";
    return this.isOvertaken(flight, begun, flight.scope.tags) ? "shut" : "ajar";
  }

  /** Whether a change that has been applied since the load began touches one of these tags. */
  isOvertaken(flight: Flight, begun: Begun, tags: Iterable<string>): boolean {
    if (flight.scope.taint === "tags" || begun.identity === undefined) return true;
    const { identity, stamp } = begun;
    return this.#clock.overtakenBy({ identity, stamp, tags }, begun.version) !== null;
  }
}
