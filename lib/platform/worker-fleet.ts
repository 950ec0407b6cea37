import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import type { Logger } from "pino";
import { Counter, Gauge, Registry } from "prom-client";
import { restartDelayMs } from "@/lib/platform/restart-delay";
import { readFigures } from "@/lib/platform/worker-figures";

/** The workers promise to be gone in 5 s; who is not by then is killed. */
const CLOSE_WAIT_MS = 4_700;

/** Processes that share a port, watched by the one that started them. */
export type WorkerFleet = {
  /** What every worker counted, and the fleet itself, as Prometheus reads it. */
  figures(): Promise<string>;
  /** Ends all of them, as SIGTERM does, and waits until they are gone: 5 s at most. */
  close(): Promise<void>;
  /** Resolves if a worker ends before any of them ever listened: another one would fare no better. */
  readonly failed: Promise<void>;
};

type Slot = { worker: Worker; startedAt: number; waitedMs: number };

/** Starts so many workers of this same program, and another one for each that ends, later each time that it ends soon. */
export function startWorkerFleet(size: number, logger: Logger): WorkerFleet {
  const slots = new Map<number, Slot>();
  const timers = new Set<NodeJS.Timeout>();
  const { registry, restarts } = fleetMetrics(slots);
  let isClosing = false;
  let hasListened = false;
  let asked = 0;
  let fail = () => {};
  const failed = new Promise<void>((resolve) => {
    fail = resolve;
  });
  cluster.once("listening", () => {
    hasListened = true;
  });

  function start(number: number, waitedMs: number): void {
    const worker = cluster.fork();
    const slot = { worker, startedAt: performance.now(), waitedMs };
    slots.set(number, slot);
    worker.once("exit", (code, signal) => {
      slots.delete(number);
      if (isClosing) return;
      if (!hasListened) return fail();
      const delayMs = restartDelayMs(performance.now() - slot.startedAt, waitedMs);
      restarts.inc();
      logger.error({ worker: number, code, signal, delayMs }, "a worker ended; another one takes its place");
      const timer = setTimeout(() => {
        timers.delete(timer);
        start(number, delayMs);
      }, delayMs);
      timers.add(timer);
    });
  }
  for (let number = 1; number <= size; number++) start(number, 0);

  return {
    failed,
    figures() {
      const workers = new Map([...slots].map(([number, { worker }]) => [number, worker]));
      return readFigures(workers, registry, ++asked);
    },
    async close() {
      isClosing = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all([...slots.values()].map(({ worker }) => end(worker)));
    },
  };
}

async function end(worker: Worker): Promise<void> {
  const ended = once(worker, "exit");
  worker.process.kill("SIGTERM");
  const timer = setTimeout(() => worker.process.kill("SIGKILL"), CLOSE_WAIT_MS);
  await ended;
  clearTimeout(timer);
}

function fleetMetrics(slots: ReadonlyMap<number, Slot>) {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({
    name: "verandah_workers",
    help: "Processes that share the port and run now.",
    registers,
    collect() {
      this.set(slots.size);
    },
  });
  const restarts = new Counter({
    name: "verandah_worker_restarts_total",
    help: "Workers that ended by themselves and were replaced.",
    registers,
  });
  return { registry, restarts };
}
