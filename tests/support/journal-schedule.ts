import fc from "fast-check";

export const WRITERS = 4;
/** Each process that follows the journal has its own bounds (journal-world.ts). */
export const FOLLOWERS = 3;

/** One thing that somebody does; what is not possible at its time (a commit without a transaction) is left out. */
export type Action =
  | {
      readonly kind:
        | "begin"
        | "take-id"
        | "savepoint"
        | "roll-back-to-savepoint"
        | "many-savepoints"
        | "commit"
        | "roll-back"
        | "prepare";
      readonly writer: number;
    }
  | { readonly kind: "note"; readonly writer: number; readonly tags: readonly string[] }
  | { readonly kind: "finish-prepared"; readonly which: number; readonly isCommitted: boolean }
  | { readonly kind: "poll" | "start-anew"; readonly follower: number }
  | { readonly kind: "load"; readonly follower: number; readonly tags: readonly string[] }
  | { readonly kind: "prune"; readonly batch: number; readonly isHeld: boolean }
  | { readonly kind: "end-pruning"; readonly isCommitted: boolean };

/** Who does it: one does one thing after the other. */
export function actorOf(action: Action): string {
  if ("writer" in action) return `writer ${action.writer}`;
  if (action.kind === "load") return `loader ${action.follower}`;
  if ("follower" in action) return `follower ${action.follower}`;
  return action.kind === "finish-prepared" ? "clerk" : "pruner";
}

/** Moments one after the other; what is of one moment is begun together. */
export type Schedule = readonly (readonly Action[])[];

const writer = fc.nat({ max: WRITERS - 1 });
const follower = fc.nat({ max: FOLLOWERS - 1 });
const tags = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 2 });

const WRITING: readonly fc.WeightedArbitrary<Action>[] = [
  { weight: 6, arbitrary: action({ kind: fc.constant("begin"), writer }) },
  { weight: 12, arbitrary: action({ kind: fc.constant("note"), writer, tags }) },
  { weight: 8, arbitrary: action({ kind: fc.constant("commit"), writer }) },
  {
    weight: 12,
    arbitrary: action({
      kind: fc.constantFrom("take-id", "savepoint", "roll-back-to-savepoint", "roll-back"),
      writer,
    }),
  },
  { weight: 2, arbitrary: action({ kind: fc.constant("many-savepoints"), writer }) },
  { weight: 4, arbitrary: action({ kind: fc.constant("prepare"), writer }) },
  {
    weight: 4,
    arbitrary: action({
      kind: fc.constant("finish-prepared"),
      which: fc.nat(7),
      isCommitted: fc.boolean(),
    }),
  },
];
const FOLLOWING: readonly fc.WeightedArbitrary<Action>[] = [
  { weight: 12, arbitrary: action({ kind: fc.constant("poll"), follower }) },
  { weight: 10, arbitrary: action({ kind: fc.constant("load"), follower, tags }) },
  { weight: 1, arbitrary: action({ kind: fc.constant("start-anew"), follower }) },
];
const PRUNING: readonly fc.WeightedArbitrary<Action>[] = [
  {
    weight: 12,
    arbitrary: action({
      kind: fc.constant("prune"),
      batch: fc.integer({ min: 1, max: 8 }),
      isHeld: fc.constantFrom(true, false, false, false),
    }),
  },
  { weight: 3, arbitrary: action({ kind: fc.constant("end-pruning"), isCommitted: fc.boolean() }) },
];

/** Any schedule; in half of them nothing is pruned. */
export const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  scheduleOf(...WRITING, ...FOLLOWING),
  scheduleOf(...WRITING, ...FOLLOWING, ...PRUNING),
);

/** With the prototype that every object has: the other would be printed with each. */
function action<T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record<T>(fields, { noNullPrototype: true }) as fc.Arbitrary<T>;
}

function scheduleOf(...weighted: readonly fc.WeightedArbitrary<Action>[]): fc.Arbitrary<Schedule> {
  const anything = fc.oneof(...weighted);
  const moment = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(anything) },
    { weight: 1, arbitrary: fc.array(anything, { minLength: 2, maxLength: 5 }) },
  );
  // Biased, most would be too short for anything to happen.
  return fc.noBias(fc.array(moment, { minLength: 1, maxLength: 150, size: "max" }));
}
