import { parseArgs } from "node:util";
import { benchBaseline } from "@/bench/baseline";
import { benchCodec } from "@/bench/codec";
import { benchCompare } from "@/bench/compare";
import { benchFlood } from "@/bench/flood";
import { benchJournal } from "@/bench/journal";
import { benchPoll } from "@/bench/poll";

const BENCHES: Readonly<Record<string, (options: { listings: number }) => Promise<void>>> = {
  baseline: benchBaseline,
  codec: benchCodec,
  compare: benchCompare,
  flood: benchFlood,
  journal: benchJournal,
  poll: benchPoll,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { listings: { type: "string", default: "20000" } },
});
const name = positionals[0] ?? "";
const bench = BENCHES[name];
const listings = Number(values.listings);
if (!bench || !Number.isInteger(listings) || listings < 100) {
  console.error(
    `npm run bench -- NAME [--listings N]   NAME: ${Object.keys(BENCHES).join(", ")}; N from 100 up`,
  );
  process.exit(1);
}
try {
  await bench({ listings });
  process.exit(0);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(1);
}
