import { parseArgs } from "node:util";
import { benchBaseline } from "@/bench/baseline";
import { benchCodec } from "@/bench/codec";
import { benchEdits } from "@/bench/edits";
import { benchFlood } from "@/bench/flood";
import { benchJournal } from "@/bench/journal";
import { benchLibraries } from "@/bench/libraries";
import { benchPoll } from "@/bench/poll";
import { benchSearch, type SearchBenchOptions } from "@/bench/search";
import { benchSignIns } from "@/bench/sign-ins";

type Options = SearchBenchOptions & { readonly edits: number };

const BENCHES: Readonly<Record<string, (options: Options) => Promise<void>>> = {
  baseline: benchBaseline,
  codec: benchCodec,
  edits: benchEdits,
  flood: benchFlood,
  journal: benchJournal,
  libraries: benchLibraries,
  poll: benchPoll,
  search: benchSearch,
  "sign-ins": benchSignIns,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    listings: { type: "string" },
    growth: { type: "boolean", default: false },
    explain: { type: "boolean", default: false },
    plot: { type: "string" },
    edits: { type: "string", default: "1000" },
  },
});
const name = positionals[0] ?? "";
const bench = BENCHES[name];
const listings = Number(values.listings ?? (name === "search" ? 1_000_000 : 20_000));
const edits = Number(values.edits);
if (!bench || !isCount(listings, 100) || !isCount(edits, 10)) {
  console.error(
    `npm run bench -- NAME [--listings N]   NAME: ${Object.keys(BENCHES).join(", ")}; N from 100 up
npm run bench -- edits [--listings N] [--edits N]   N edits from 10 up; 1000 unless told
npm run bench -- search [--listings N] [--growth] [--explain] [--plot FILE]   see docs/search.md`,
  );
  process.exit(1);
}
try {
  const { growth, explain, plot } = values;
  await bench({ listings, growth, explain, plot, edits });
  process.exit(0);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(1);
}

function isCount(number: number, least: number): boolean {
  return Number.isInteger(number) && number >= least;
}
