import { parseArgs } from "node:util";
import { runFaults } from "@/tests/faults/fault-run";
import { describeReport } from "@/tests/faults/report";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "1" }, seed: { type: "string" }, only: { type: "string" } },
});
const minutes = Number(values.minutes);
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
if (!(minutes > 0 && minutes <= 600) || !Number.isInteger(seed)) {
  console.error(
    "npm run faults -- [--minutes N] [--seed N] [--only 'redis: cut,a reader stopped']   N minutes up to 600",
  );
  process.exit(1);
}
const report = await runFaults({
  ...{ seconds: minutes * 60, seed, log: (line) => console.error(line) },
  ...(values.only === undefined ? {} : { only: values.only.split(",") }),
});
console.log(describeReport(report));
process.exit(report.verdict.violations.length + report.clientErrors.length === 0 ? 0 : 1);
