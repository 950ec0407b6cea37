import { expect, test } from "vitest";
import { figuresIn } from "@/bench/load/portal-figures";

test("loads are summed over how they ended, by read, and nothing else is taken for them", () => {
  const text = [
    "# TYPE verandah_cache_loads_total counter",
    'verandah_cache_loads_total{read="search",outcome="loaded"} 5',
    'verandah_cache_loads_total{read="search",outcome="failed"} 1',
    'verandah_cache_loads_total{read="listing",outcome="loaded"} 2',
    'verandah_cache_loads_total_other{read="listing"} 100',
    "verandah_nodejs_eventloop_lag_max_seconds 0.025",
  ].join("\n");
  expect(figuresIn(text)).toEqual({ loads: 8, loadsOf: { search: 6, listing: 2 }, longestTurnMs: 25 });
});
