import { expect, test } from "vitest";
import { BoundedQueue } from "@/lib/platform/bounded-queue";

function setUp() {
  const queue = new BoundedQueue({ atOnceMax: 2, waitingMax: 3 });
  const begun: number[] = [];
  const ends: ((how: "done" | "failed") => void)[] = [];
  const start = (name: number) => {
    const ended = queue.run(() => {
      begun.push(name);
      return new Promise<number>((resolve, reject) => {
        ends[name] = (how) => (how === "done" ? resolve(name) : reject(new Error("failed")));
      });
    });
    ended.catch(() => {});
    return ended;
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { queue, begun, ends, start, turn };
}

test("no more runs at once than may, the rest waits in its order, and whoever finds no room is refused at once", async () => {
  const { queue, begun, ends, start, turn } = setUp();
  const runs = [0, 1, 2, 3, 4].map(start);
  await expect(start(5)).rejects.toMatchObject({ code: "unavailable" });
  expect(begun).toEqual([0, 1]);
  expect(queue.counts).toEqual({ running: 2, waiting: 3, ran: 0 });
  ends[1]?.("done");
  await turn();
  expect(begun).toEqual([0, 1, 2]);
  ends[2]?.("failed");
  await turn();
  expect(begun).toEqual([0, 1, 2, 3]);
  expect(queue.counts).toEqual({ running: 2, waiting: 1, ran: 2 });
  for (const name of [0, 3]) ends[name]?.("done");
  await turn();
  ends[4]?.("done");
  const outcomes = await Promise.allSettled(runs);
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...["fulfilled", "fulfilled", "rejected", "fulfilled", "fulfilled"],
  ]);
  expect(queue.counts).toEqual({ running: 0, waiting: 0, ran: 5 });
});

test("who comes as another ends does not run beside the one that waited", async () => {
  const { queue, ends, start, turn } = setUp();
  const runs = [0, 1, 2].map(start);
  await turn();
  ends[0]?.("done");
  runs.push(start(3));
  await turn();
  expect(queue.counts).toMatchObject({ running: 2, waiting: 1 });
  for (const name of [1, 2]) ends[name]?.("done");
  await turn();
  ends[3]?.("done");
  expect(await Promise.all(runs)).toEqual([0, 1, 2, 3]);
});
