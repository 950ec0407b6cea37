import type { Worker } from "node:cluster";
import { AggregatorRegistry, type MetricObject, type Registry } from "prom-client";
import { z } from "zod";

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

/** In a worker: tells the primary the figures of this process whenever it asks. */
export function tellFigures(registry: Registry): void {
  process.on("message", (message) => {
    const asked = ASKED.safeParse(message);
    if (!asked.success) return;
    void registry.getMetricsAsJSON().then((figures) => {
      if (process.connected) process.send?.({ kind: "figures-told", id: asked.data.id, figures });
    });
  });
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
    const figures = await askFigures(worker, id);
    return figures.map((figure) => labelled(figure, String(number)));
  });
  const told = await Promise.all(asked);
  return AggregatorRegistry.aggregate([...told, await own.getMetricsAsJSON()]).metrics();
}

function askFigures(worker: Worker, id: number): Promise<readonly Figure[]> {
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
    if (worker.isConnected()) worker.send({ kind: "figures-asked", id }, (error) => error && leave());
    else leave();
  });
}

/** With labels of their own no two values are ever added; what prom-client would leave out of a sum is kept as well. */
function labelled(figure: Figure, worker: string): Figure {
  const values = figure.values.map((value) => ({ ...value, labels: { ...value.labels, worker } }));
  return { ...figure, aggregator: "sum", values };
}
