import { Command } from "commander";
import { AppError } from "@/lib/errors";
import { createProgress, type Progress } from "@/lib/platform/progress";
import { withServices } from "@/lib/platform/services/with-services";
import { migrate } from "@/prisma/migrate";
import { growDemo } from "@/prisma/seed/grow-demo";

const LISTINGS_MAX = 100_000_000;
const SEED_MAX = 2 ** 31 - 1;

const EXAMPLES = `
Adds those that are missing up to the number, in one go: interrupted, it has added none. They are invented and say so.
More than 50,000 at a time take the tables for themselves until they are done: the portal cannot read listings meanwhile.

Examples:
  bin/verandah demo --listings 20000
  bin/verandah demo --listings 1000000`;

export function demoCommand(): Command {
  return new Command("demo")
    .description("Bring the invented listings of a demonstration up to a number.")
    .requiredOption("--listings <number>", "how many there are to be")
    .option("--seed <number>", "another number makes other listings (default: that of those there, else 1)")
    .addHelpText("after", EXAMPLES)
    .action(runDemo);
}

async function runDemo({ listings, seed }: { listings: string; seed?: string }): Promise<void> {
  const wanted = readWhole(listings, { option: "--listings", max: LISTINGS_MAX });
  const seedNumber = seed === undefined ? undefined : readWhole(seed, { option: "--seed", max: SEED_MAX });
  const log = (line: string) => console.error(line);
  await withServices({ purpose: "bin/verandah demo", log }, async ({ databaseUrl }) => {
    await migrate(databaseUrl, { log });
    const startedAt = performance.now();
    let progress: Progress | undefined;
    const at = (done: number, missing: number) => {
      progress ??= createProgress("demo listings", missing, process.stderr, { unit: "listings" });
      progress.at(done);
      if (done === missing) progress.end();
    };
    const { before, added } = await growDemo(databaseUrl, { listings: wanted, seedNumber, at, log }).finally(
      () => progress?.end(),
    );
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const number = (count: number) => count.toLocaleString("en");
    console.log(
      added === 0
        ? `Nothing to add: there are ${number(before)} demonstration listings.`
        : `${number(added)} demonstration listings added to ${number(before)} in ${seconds} s.`,
    );
  });
}

function readWhole(text: string, { option, max }: { option: string; max: number }): number {
  const value = Number(text);
  if (/^[0-9]{1,10}$/.test(text) && value >= 1 && value <= max) return value;
  throw new AppError(
    "bad_request",
    `"${text}" is no number for ${option}; give a whole one from 1 to ${max.toLocaleString("en")}.`,
  );
}
