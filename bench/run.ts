import { parseArgs } from "node:util";
import { benchBaseline } from "@/bench/baseline";
import { benchCodec } from "@/bench/codec";
import { benchEdits } from "@/bench/edits";
import { benchFlood } from "@/bench/flood";
import { benchJournal } from "@/bench/journal";
import { benchLibraries } from "@/bench/libraries";
import { benchLighthouse } from "@/bench/lighthouse";
import { benchCapacity } from "@/bench/load/capacity";
import { benchCompare } from "@/bench/load/compare";
import { benchScenario } from "@/bench/load/load-scenario";
import { LOAD_FLAGS, type LoadOptions, readLoadOptions } from "@/bench/load/options";
import { benchRenders } from "@/bench/load/renders";
import { SCENARIOS } from "@/bench/load/scenarios";
import { benchStampede } from "@/bench/load/stampede";
import { writeUrls } from "@/bench/load/write-urls";
import { benchPoll } from "@/bench/poll";
import { benchSearch, type SearchBenchOptions } from "@/bench/search";
import { benchSignIns } from "@/bench/sign-ins";

type Options = SearchBenchOptions & LoadOptions & { readonly edits: number };

const LOADS: Readonly<Record<string, (options: LoadOptions) => Promise<void>>> = {
  ...Object.fromEntries(Object.keys(SCENARIOS).map((name) => [name, benchScenario(name)])),
  capacity: benchCapacity,
  compare: benchCompare,
  renders: benchRenders,
  stampede: benchStampede,
};

const BENCHES: Readonly<Record<string, (options: Options) => Promise<void>>> = {
  ...LOADS,
  baseline: benchBaseline,
  codec: benchCodec,
  edits: benchEdits,
  flood: benchFlood,
  journal: benchJournal,
  libraries: benchLibraries,
  lighthouse: benchLighthouse,
  poll: benchPoll,
  search: benchSearch,
  "sign-ins": benchSignIns,
  urls: writeUrls,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    ...LOAD_FLAGS,
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
    `npm run bench -- NAME [--listings N]   NAME: ${Object.keys(BENCHES).sort().join(", ")}; N from 100 up
npm run bench -- edits [--listings N] [--edits N]   N edits from 10 up; 1000 unless told
npm run bench -- search [--listings N] [--growth] [--explain] [--plot FILE]   see docs/search.md
npm run bench -- urls [--urls N] [--out FOLDER]   see docs/load.md, k6
npm run bench -- LOAD [--listings N] [--seconds N] [--rate N] [--processes N] [--urls N] [--edits-per-second N]
  [--rounds N] [--peer NAME=URL] [--out FOLDER]   LOAD: ${Object.keys(LOADS).sort().join(", ")}; see docs/load.md`,
  );
  process.exit(1);
}
try {
  const { growth, explain, plot } = values;
  await bench({ ...readLoadOptions(listings, values), growth, explain, plot, edits });
  process.exit(0);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(1);
}

function isCount(number: number, least: number): boolean {
  return Number.isInteger(number) && number >= least;
}
