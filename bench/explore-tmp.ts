import { createMix, take } from "@/bench/mix";
import { ZOOMS } from "@/bench/mix/windows";
import { readMixWorld } from "@/bench/mix/world";
import { requestText } from "@/bench/search/ask";
import { withRuntime } from "@/bench/search/runtimes";
import { timeEach } from "@/bench/search/timing";

const url = process.argv[2] ?? "";
const world = await readMixWorld(url);
const mix = createMix(world);
const s = take(1000, mix.search);
const prefixes = take(1000, mix.prefix);
const maps = Object.keys(ZOOMS).flatMap((z) => take(40, () => mix.map(Number(z) as never)));
await withRuntime({ databaseUrl: url, redisUrl: undefined } as never, "cold", async () => {
  if (process.argv[3] !== "nowarm") {
    await timeEach("w", s as never);
    await timeEach("wm", maps as never);
  }
  const t = await timeEach("s", s as never);
  const m = await timeEach("m", maps as never);
  for (const [n, x] of [
    ["search", t],
    ["map", m],
  ] as const) {
    const d = x.map((e) => e.tookMs).sort((a, b) => a - b);
    console.log(n, "p50", d[d.length >> 1], "p95", d[Math.floor(d.length * 0.95)], "worst", d.at(-1));
    for (const e of [...x].sort((a, b) => b.tookMs - a.tookMs).slice(0, 40))
      console.log(e.tookMs.toFixed(0), requestText(e.request));
  }
});
process.exit(0);
