import type { Wrong } from "./known-bad";
import type { Variant } from "./schedule";

export type KnownBad = {
  readonly name: string;
  readonly wrongs: readonly Wrong[];
  readonly variant?: Partial<Variant>;
};

/** Designs that are known to serve stale data; the simulation must find each of them out. */
export const KNOWN_BAD: readonly KnownBad[] = [
  {
    name: "stamps after the load",
    wrongs: [
      {
        file: "load-and-settle.ts",
        right: "const value = await load(crew, task);",
        wrong:
          "const value = await load(crew, task); Object.assign(begun, { version: crew.clock.version, stamp: crew.clock.seen });",
      },
    ],
  },
  {
    name: "shares a flight with callers who came after a change",
    wrongs: [
      {
        file: "single-flight.ts",
        right: `if (begun.order > caller.order) return "open";`,
        wrong: `return "open";`,
      },
    ],
  },
  {
    name: "checks a shared load against the tags known at the door alone",
    wrongs: [{ file: "reader.ts", right: `if (door === "open" ||`, wrong: `if (door !== "shut" ||` }],
  },
  {
    name: "cuts a tag's history without a floor",
    wrongs: [{ file: "change-clock.ts", right: "history.floor = this.seen;", wrong: "" }],
  },
  {
    name: "forgets tags without a floor",
    wrongs: [{ file: "change-clock.ts", right: `this.#raiseFloor(history.seen, "tags");`, wrong: "" }],
  },
  {
    name: "sleeps longer than the journal is kept without a floor",
    wrongs: [
      { file: "change-clock.ts", right: `if (hasMissed) this.#raiseFloor(poll.floor, "missed");`, wrong: "" },
    ],
  },
  {
    name: "trusts its clock for ever",
    wrongs: [
      {
        file: "trust-gate.ts",
        right: "return nowMs - this.#clock.polledAtMs < this.#limits.trustForMs;",
        wrong: "return this.#clock.identity !== undefined;",
      },
    ],
  },
  {
    name: "leaves xmax unclamped",
    wrongs: [
      {
        file: "change-clock.ts",
        right: "clamp(poll.snapshot, this.#seenLimit(poll, hasMissed))",
        wrong: "poll.snapshot",
      },
      // Without the clamp, ids given out again look like a restore; that guard would hide the fault.
      {
        file: "change-clock.ts",
        right: "if (poll.snapshot.xmax < this.seen.xmax) this.#lose(poll.identity);",
        wrong: "if (false) {}",
      },
    ],
  },
  {
    name: "has no cluster identity",
    wrongs: [
      {
        file: "change-clock.ts",
        right: "if (poll.identity === this.#lostIdentity) return;",
        wrong: `poll = { ...poll, identity: "any" };`,
      },
      {
        file: "change-clock.ts",
        right: "if (poll.snapshot.xmax < this.seen.xmax) this.#lose(poll.identity);",
        wrong: "if (false) {}",
      },
    ],
  },
  { name: "tails the journal by id", wrongs: [], variant: { tailsById: true } },
  { name: "loads in two statements", wrongs: [], variant: { loadsInTwoStatements: true } },
  {
    name: "believes the shared tier without looking at its stamps",
    wrongs: [{ file: "look-up.ts", right: "if (overtaking !== null) return overtaking;", wrong: "" }],
  },
  {
    name: "lets a nested read keep its tags to itself",
    wrongs: [{ file: "load-scope.ts", right: "this.addTags(inner.entry.tags);", wrong: "" }],
  },
  {
    name: "keeps what was made from something stale",
    wrongs: [
      {
        file: "load-scope.ts",
        right: `this.taint ??= inner.taint;\n    // Past its fresh time is no fault to hand on: the life that it hands on says it.\n    if (inner.staleCause !== "time") this.staleCause ??= inner.staleCause;`,
        wrong: "",
      },
    ],
  },
  {
    name: "lets an untrusting caller join a load that began before it came",
    wrongs: [{ file: "single-flight.ts", right: `if (!caller.isTrusted) return "shut";`, wrong: "" }],
  },
  {
    name: "stays trusting after a write that could not catch up",
    wrongs: [
      {
        file: "change-clock.ts",
        right: "this.#distrustedAtMs = nowMs;\n    this.polledAtMs = Number.NEGATIVE_INFINITY;",
        wrong: "",
      },
    ],
  },
];
