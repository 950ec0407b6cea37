import { parseArgs } from "node:util";
import { benchBaseline } from "@/bench/baseline";
import { benchCodec } from "@/bench/codec";
import { benchCompare } from "@/bench/compare";
import { benchFlood } from "@/bench/flood";
import { benchJournal } from "@/bench/journal";
import { benchPoll } from "@/bench/poll";
import { benchSearch, type SearchBenchOptions } from "@/bench/search";

const BENCHES: Readonly<Record<string, (options: SearchBenchOptions) => Promise<void>>> = {
  baseline: benchBaseline,
  codec: benchCodec,
  compare: benchCompare,
  flood: benchFlood,
  journal: benchJournal,
  poll: benchPoll,
  search: benchSearch,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    listings: { type: "string" },
    growth: { type: "boolean", default: false },
    explain: { type: "boolean", default: false },
    plot: { type: "string" },
  },
});
const name = positionals[0] ?? "";
const bench = BENCHES[name];
const listings = Number(values.listings ?? (name === "search" ? 1_000_000 : 20_000));
if (!bench || !Number.isInteger(listings) || listings < 100) {
  console.error(
    `npm run bench -- NAME [--listings N]   NAME: ${Object.keys(BENCHES).join(", ")}; N from 100 up
npm run bench -- search [--listings N] [--growth] [--explain] [--plot FILE]   see docs/search.md`,
  );
  process.exit(1);
}
try {
  const { growth, explain, plot } = values;
  await bench({ listings, growth, explain, plot });
  process.exit(0);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(1);
}
