/** What one process of a portal has counted since it began, from its metrics. */
export type PortalFigures = {
  readonly loads: number;
  /** By read. */
  readonly loadsOf: Readonly<Record<string, number>>;
  /** The longest that the event loop of the one that answers was kept from its next turn since this was last read; up to 10 ms of it are the measure's own step. */
  readonly longestTurnMs: number;
};

const WAIT_MS = 5_000;

/** Reads them from a process's port for figures; undefined when it does not answer. */
export async function readPortal(metricsUrl: string | undefined): Promise<PortalFigures | undefined> {
  if (metricsUrl === undefined) return undefined;
  try {
    const answer = await fetch(metricsUrl, { signal: AbortSignal.timeout(WAIT_MS) });
    return answer.ok ? figuresIn(await answer.text()) : undefined;
  } catch {
    return undefined;
  }
}

/** Sums what is needed of Prometheus's text form. */
export function figuresIn(text: string): PortalFigures {
  const loads = seriesIn(text, "verandah_cache_loads_total");
  const loadsOf: Record<string, number> = {};
  for (const { labels, value } of loads) {
    const read = /read="([^"]*)"/.exec(labels)?.[1] ?? "";
    loadsOf[read] = (loadsOf[read] ?? 0) + value;
  }
  const turns = seriesIn(text, "verandah_nodejs_eventloop_lag_max_seconds");
  const longestTurnMs = 1_000 * sum(turns.filter(({ labels }) => !labels.includes("render")));
  return { loads: sum(loads), loadsOf, longestTurnMs };
}

type Series = { readonly labels: string; readonly value: number };

function seriesIn(text: string, name: string): readonly Series[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .map((line) => {
      const space = line.lastIndexOf(" ");
      return { labels: line.slice(name.length, space), value: Number(line.slice(space + 1)) };
    });
}

function sum(series: readonly Series[]): number {
  return series.reduce((total, { value }) => total + value, 0);
}
