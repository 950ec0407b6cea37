import { expect, test } from "vitest";
import { type Arrivals, countArrivals } from "@/bench/load/arrivals";
import type { Answer } from "@/bench/load/asker";
import { driveOpenLoop, type Outcome } from "@/bench/load/open-loop";

const ANSWER: Answer = { status: 200, bytes: 1, tier: "memory", isStale: false };

type World = { readonly stall: (ms: number) => void; readonly answerAll: () => void };
type Options = {
  readonly inFlightMax?: number;
  readonly at?: Readonly<Record<number, (world: World) => void>>;
};

/** A driver on a clock that only moves as it waits; the answer to each request comes when it is given. What is to happen `at` a time happens once. */
function setUp(arrivals: Arrivals, { inFlightMax = 100, at = {} }: Options = {}) {
  let now = 0;
  const happening = new Map(Object.entries(at).map(([when, act]) => [Number(when), act]));
  const outcomes: Outcome[] = [];
  const unsent: number[] = [];
  const answers = new Map<number, (answer: Answer | Error) => void>();
  const world: World = {
    stall: (ms) => {
      now += ms;
    },
    answerAll: () => {
      for (const answer of answers.values()) answer(ANSWER);
    },
  };
  const driven = driveOpenLoop({
    ...{ arrivals, inFlightMax },
    ask: (number) =>
      new Promise((resolve, reject) => {
        answers.set(number, (answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      }),
    heard: (outcome) => outcomes.push(outcome),
    unsent: (number) => unsent.push(number),
    clock: {
      now: () => now,
      async wait(ms) {
        now += ms;
        for (const [when, act] of happening) if (when <= now && happening.delete(when)) act(world);
        await new Promise(setImmediate);
      },
    },
  });
  return {
    ...{ driven, outcomes, unsent, answerAll: world.answerAll },
    sent: () => [...answers.keys()],
    answer: (number: number, answer: Answer | Error = ANSWER) => answers.get(number)?.(answer),
  };
}

test("a server that answers nothing is asked all the same, each request when it is due", async () => {
  const { driven, outcomes, sent, answerAll } = setUp({ perSecond: 10, seconds: 1 });
  while (sent().length < 10) await new Promise(setImmediate);
  answerAll();
  await driven;
  expect(outcomes.map(({ dueMs, sentMs }) => [dueMs, sentMs])).toEqual(
    Array.from({ length: 10 }, (_, n) => [n * 100, n * 100]),
  );
});

test("what a stalled driver sends late was due when it was due: the stall counts in every latency behind it", async () => {
  const at = { 100: ({ stall }: World) => stall(450) };
  const { driven, outcomes, answerAll, sent } = setUp({ perSecond: 10, seconds: 1 }, { at });
  while (sent().length < 10) await new Promise(setImmediate);
  answerAll();
  await driven;
  const late = outcomes.map(({ dueMs, sentMs }) => sentMs - dueMs);
  expect(late).toEqual([0, 450, 350, 250, 150, 50, 0, 0, 0, 0]);
});

test("what is due beyond the limit of those that wait is not sent, and counted", async () => {
  const at = { 600: ({ answerAll }: World) => answerAll() };
  const { driven, outcomes, unsent, sent, answerAll } = setUp(
    { perSecond: 10, seconds: 1 },
    { inFlightMax: 3, at },
  );
  while (unsent.length < 4) await new Promise(setImmediate);
  answerAll();
  await driven;
  expect(sent()).toEqual([0, 1, 2, 6, 7, 8]);
  expect(unsent).toEqual([3, 4, 5, 9]);
  expect(outcomes).toHaveLength(6);
});

test("a request that fails is heard with its reason, and ends nobody's asking", async () => {
  const { driven, outcomes, sent, answer } = setUp({ perSecond: 10, seconds: 0.2 });
  while (sent().length < 2) await new Promise(setImmediate);
  answer(0, new Error("refused"));
  answer(1);
  await driven;
  expect(outcomes.map((outcome) => outcome.answer)).toEqual([new Error("refused"), ANSWER]);
});

test.for([
  { perSecond: 100_000, seconds: 3_600 },
  { perSecond: 1, seconds: 10_000 },
  { perSecond: 1, seconds: 0.5 },
])("$perSecond requests a second for $seconds s are refused before one is sent", (arrivals) => {
  expect(() => countArrivals(arrivals)).toThrow(/is not between/);
});
