import type { ChildProcess } from "node:child_process";
import type { Worker } from "node:cluster";
import { AggregatorRegistry, type MetricObject, type Registry } from "prom-client";
import { z } from "zod";

/** Its label, alone or after the number of the worker that it renders for. */
const RENDERS = "render";

let lastAsked = 0;

/** A worker that is busier than this is left out of the page. */
const ANSWER_WAIT_MS = 2_000;

const ASKED = z.object({ kind: z.literal("figures-asked"), id: z.int() });
const TOLD = z.object({
  kind: z.literal("figures-told"),
  id: z.int(),
  // As getMetricsAsJSON wrote it in a process of this same program.
  figures: z.custom<readonly Figure[]>(Array.isArray),
});
type Figure = MetricObject & { readonly values: readonly { labels: Record<string, string | number> }[] };

/** A process that was started by this one. */
type Child = Pick<ChildProcess, "connected" | "on" | "off" | "send">;

/** In a process that another one started: tells it the figures whenever it asks, those of the process that renders for this one too. */
export function tellFigures(registry: Registry, renders: () => Child | null = () => null): void {
  process.on("message", (message) => {
    const asked = ASKED.safeParse(message);
    if (!asked.success) return;
    void figuresWith(registry, renders()).then((figures) => {
      if (process.connected) process.send?.({ kind: "figures-told", id: asked.data.id, figures });
    });
  });
}

/** In a portal of one process: its figures, and those of the process that renders for it, as one text. */
export async function showOwnFigures(registry: Registry, renders: Child | null): Promise<string> {
  const figures = await figuresWith(registry, renders);
  return AggregatorRegistry.aggregate([figures.map(kept)]).metrics();
}

async function figuresWith(registry: Registry, renders: Child | null): Promise<readonly Figure[]> {
  const own = (await registry.getMetricsAsJSON()) as readonly Figure[];
  if (renders === null) return own;
  const theirs = await askFigures(renders, ++lastAsked);
  return [...own, ...theirs.map((figure) => labelled(figure, RENDERS))];
}

/**
 * In the primary: the figures of these workers and of the primary itself as one text, each worker's with the label `worker`. They are not
 * added up: a sum would fall when a worker is replaced, which Prometheus would take for a counter that began again.
 */
export async function readFigures(
  workers: ReadonlyMap<number, Worker>,
  own: Registry,
  id: number,
): Promise<string> {
  const asked = [...workers].map(async ([number, worker]) => {
    const figures = await askFigures(worker.process, id);
    return figures.map((figure) => labelled(figure, String(number)));
  });
  const told = await Promise.all(asked);
  return AggregatorRegistry.aggregate([...told, await own.getMetricsAsJSON()]).metrics();
}

function askFigures(worker: Child, id: number): Promise<readonly Figure[]> {
  return new Promise((resolve) => {
    const end = (figures: readonly Figure[]) => {
      clearTimeout(timer);
      worker.off("message", hear);
      worker.off("exit", leave);
      resolve(figures);
    };
    const leave = () => end([]);
    const hear = (message: unknown) => {
      const told = TOLD.safeParse(message);
      if (told.success && told.data.id === id) end(told.data.figures);
    };
    const timer = setTimeout(leave, ANSWER_WAIT_MS);
    worker.on("message", hear).on("exit", leave);
    if (worker.connected) worker.send({ kind: "figures-asked", id }, (error) => error && leave());
    else leave();
  });
}

/** With labels of their own no two values are ever added; what prom-client would leave out of a sum is kept as well. */
function labelled(figure: Figure, worker: string): Figure {
  const values = figure.values.map((value) => {
    const { worker: part } = value.labels;
    return {
      ...value,
      labels: { ...value.labels, worker: part === undefined ? worker : `${worker}-${part}` },
    };
  });
  return kept({ ...figure, values });
}

function kept(figure: Figure): Figure {
  return { ...figure, aggregator: "sum" };
}
