import type { ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";
import { expect, onTestFinished, test, vi } from "vitest";
import { createPictureMaker } from "@/lib/http/media/picture-maker";

test("one picture is made at a time, those that someone waits for first", async () => {
  const { maker, worker } = setUp();
  const made = ["a", "b", "c"].map((name) => maker.make(name, name === "c" ? "awaited" : "background"));
  expect(worker(0).sent).toEqual(["a"]);
  worker(0).finish("a");
  worker(0).finish("c");
  worker(0).finish("b");
  expect(await Promise.all(made)).toEqual([true, true, true]);
  expect(worker(0).sent).toEqual(["a", "c", "b"]);
});

test("a name that is being made or waits is not made twice", async () => {
  const { maker, worker } = setUp();
  const made = [maker.make("a", "awaited"), maker.make("a", "awaited"), maker.make("a", "background")];
  worker(0).finish("a");
  expect(await Promise.all(made)).toEqual([true, true, true]);
  expect(worker(0).sent).toEqual(["a"]);
});

test("when too many wait, the next is answered at once with no", async () => {
  const { maker } = setUp();
  for (const name of ["a", "b", "c"]) void maker.make(name, "background");
  expect(await maker.make("d", "background")).toBe(false);
});

test("a picture that cannot be made is reported, and the next is made", async () => {
  const { maker, worker, reports } = setUp();
  const made = [maker.make("a", "awaited"), maker.make("b", "awaited")];
  worker(0).finish("a", "no room on the disk");
  worker(0).finish("b");
  expect(await Promise.all(made)).toEqual([false, true]);
  expect(reports).toEqual(["no room on the disk"]);
});

test("a process that is killed lets everyone go, rests, and is started again", async () => {
  const { maker, worker, workers, reports } = setUp();
  const made = [maker.make("a", "awaited"), maker.make("b", "background")];
  worker(0).emit("exit", null, "SIGKILL");
  expect(await Promise.all(made)).toEqual([false, false]);
  expect(reports).toEqual(["The process that makes pictures broke: it ended with SIGKILL."]);
  expect(await maker.make("a", "awaited")).toBe(false);
  expect(workers).toHaveLength(1);
  vi.advanceTimersByTime(2_000);
  const again = maker.make("a", "awaited");
  worker(1).finish("a");
  expect(await again).toBe(true);
});

test("a picture that takes too long costs the process its life", () => {
  const { maker, worker } = setUp();
  void maker.make("a", "awaited");
  vi.advanceTimersByTime(119_999);
  expect(worker(0).kill).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(worker(0).kill).toHaveBeenCalled();
});

test("a process without work is let go after a minute, and another started when there is some", async () => {
  const { maker, worker } = setUp();
  const first = maker.make("a", "awaited");
  worker(0).finish("a");
  await first;
  vi.advanceTimersByTime(60_000);
  expect(worker(0).disconnect).toHaveBeenCalled();
  void maker.make("b", "awaited");
  expect(worker(1).sent).toEqual(["b"]);
});

test("closing ends the process and answers whoever waits", async () => {
  const { maker, worker } = setUp();
  const made = maker.make("a", "awaited");
  maker.close();
  expect(await made).toBe(false);
  expect(worker(0).kill).toHaveBeenCalled();
  expect(await maker.make("b", "awaited")).toBe(false);
});

class FakeWorker extends EventEmitter {
  readonly sent: string[] = [];
  readonly connected = true;
  readonly kill = vi.fn();
  readonly disconnect = vi.fn();
  send(name: string): void {
    this.sent.push(name);
  }
  finish(name: string, problem: string | null = null): void {
    this.emit("message", { name, problem });
  }
}

function setUp() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const workers: FakeWorker[] = [];
  const reports: string[] = [];
  const maker = createPictureMaker({
    start: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      // The part of a child process that the maker uses.
      return worker as unknown as ChildProcess;
    },
    report: (problem) => reports.push(problem),
    waitingMax: 2,
  });
  const worker = (index: number): FakeWorker => {
    const found = workers[index];
    if (!found) throw new Error(`Only ${workers.length} processes were started.`);
    return found;
  };
  return { maker, workers, worker, reports };
}
