import { expect, test } from "vitest";
import { CORE } from "./core";
import { coreWith } from "./known-bad";
import { KNOWN_BAD } from "./known-bad-designs";
import { NAIVE } from "./naive-core";
import { type Report, runSchedule, SOUND } from "./schedule";

/** One failing seed is run again by `SIMULATION_SEED=… npx vitest run --project unit simulation`. */
const ONE_SEED = process.env.SIMULATION_SEED;
const SCHEDULES = Number(process.env.SIMULATION_SCHEDULES ?? (process.env.CI ? 10_000 : 1_000));
const MINUTES_MS = 600_000;

/** Known-bad designs are found within this many schedules, or the checker has lost its teeth. */
const BITES_WITHIN = 1_500;

// Thousands of errors are part of the play, and their stacks would take most of the time.
Error.stackTraceLimit = 0;

test(`no schedule of faults makes an answer older than the bound (${ONE_SEED ?? SCHEDULES})`, {
  timeout: MINUTES_MS,
}, async () => {
  const totals = { reads: 0, staleReads: 0, failedReads: 0, commits: 0 };
  const [first, last] = ONE_SEED === undefined ? [1, SCHEDULES] : [Number(ONE_SEED), Number(ONE_SEED)];
  for (let seed = first; seed <= last; seed++) {
    const report = await runSchedule(CORE, seed);
    expect(report.faults, `replay with SIMULATION_SEED=${seed}`).toEqual([]);
    totals.reads += report.reads;
    totals.staleReads += report.staleReads;
    totals.failedReads += report.failedReads;
    totals.commits += report.commits;
  }
  // Most answers must be fresh ones, or there was little to check.
  expect(totals.staleReads).toBeLessThan(totals.reads / 2);
});

test("the same seed gives the same run", async () => {
  for (const seed of [1, 2, 3]) expect(await runSchedule(CORE, seed)).toEqual(await runSchedule(CORE, seed));
});

test.each(KNOWN_BAD)(
  "a cache that $name is found out",
  { timeout: MINUTES_MS },
  async ({ wrongs, variant }) => {
    const core = await coreWith(...wrongs);
    expect(await firstFault((seed) => runSchedule(core, seed, { ...SOUND, ...variant }))).toBeDefined();
  },
);

test("a cache that deletes keys and publishes what it deleted is found out", {
  timeout: MINUTES_MS,
}, async () => {
  expect(await firstFault((seed) => runSchedule(NAIVE, seed))).toBeDefined();
});

async function firstFault(run: (seed: number) => Promise<Report>): Promise<string | undefined> {
  for (let seed = 1; seed <= BITES_WITHIN; seed++) {
    const { faults } = await run(seed);
    if (faults[0] !== undefined) return faults[0];
  }
  return undefined;
}
