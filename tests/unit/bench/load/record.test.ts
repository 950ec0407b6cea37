import { expect, test } from "vitest";
import type { Answer } from "@/bench/load/asker";
import { RunRecord } from "@/bench/load/record";

const ANSWER: Answer = { status: 200, bytes: 10, tier: "memory", isStale: false };

test("each answer counts in the second that it was due in, however late it came, and from then on", () => {
  const record = new RunRecord(() => "search");
  record.heard({ number: 0, dueMs: 900, sentMs: 900, endedMs: 905, answer: ANSWER });
  record.heard({
    number: 1,
    dueMs: 950,
    sentMs: 1_400,
    endedMs: 2_450,
    answer: { ...ANSWER, tier: "origin" },
  });
  record.heard({ number: 2, dueMs: 1_000, sentMs: 1_000, endedMs: 1_001, answer: ANSWER });
  const { seconds, latency, driverLate, untilLastMs } = record.end();
  expect(seconds.map(({ at, answered, came }) => [at, answered, came])).toEqual([
    [0, 2, 1],
    [1, 1, 1],
    [2, 0, 1],
  ]);
  expect(untilLastMs).toBe(2_450);
  expect(seconds[0]?.tiers).toMatchObject({ memory: 1, origin: 1 });
  expect(latency.worstMs).toBeCloseTo(1_500, -1);
  expect(driverLate.worstMs).toBeCloseTo(450, 0);
});

test.for([
  [{ ...ANSWER, status: 503 }, "answered 503"],
  [{ ...ANSWER, status: 308 }, "answered 308"],
  [new Error("no answer within 10 ms"), "no answer within 10 ms"],
] as const)("what is not a 200 is a failure by its name, and no latency: %j", ([answer, name]) => {
  const record = new RunRecord(() => "search");
  record.heard({ number: 0, dueMs: 0, sentMs: 0, endedMs: 1, answer });
  const { answered, failed, failures, latency } = record.end();
  expect({ answered, failed, failures, count: latency.count }).toEqual({
    ...{ answered: 0, failed: 1, count: 0 },
    failures: { [name]: 1 },
  });
});

test("what was not sent and what says that it is stale are counted", () => {
  const record = new RunRecord(() => "search");
  record.unsent(10);
  record.heard({ number: 1, dueMs: 20, sentMs: 20, endedMs: 21, answer: { ...ANSWER, isStale: true } });
  expect(record.end()).toMatchObject({ unsent: 1, stale: 1, answered: 1 });
});
