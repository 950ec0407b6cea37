import type { Client } from "pg";
import type { Arrivals } from "@/bench/load/arrivals";
import { createAsker } from "@/bench/load/asker";
import type { Member } from "@/bench/load/fleet";
import { type Freshness, startProbe } from "@/bench/load/freshness/probe";
import type { Writer } from "@/bench/load/freshness/writer";
import { driveOpenLoop, MACHINE_CLOCK } from "@/bench/load/open-loop";
import { progressLine } from "@/bench/load/progress-line";
import { type Recorded, RunRecord } from "@/bench/load/record";
import { type Sample, startSampler } from "@/bench/load/sampler";
import type { MixUrl } from "@/bench/load/urls";

/** Something that is done to the portal while it is asked. */
export type Event = {
  /** Of the run, from 0 to 1. */
  readonly share: number;
  readonly label: string;
  readonly act: () => Promise<void>;
};

export type LoadPlan = {
  readonly members: readonly Member[];
  readonly urls: readonly MixUrl[];
  readonly arrivals: Arrivals;
  readonly inFlightMax: number;
  /** undefined: nobody edits. */
  readonly writer: Writer | undefined;
  readonly editsPerSecond: number;
  readonly events: readonly Event[];
  /** To the database, by a way of its own. */
  readonly client: Client;
  readonly log: (line: string) => void;
};

export type Load = {
  readonly recorded: Recorded;
  readonly freshness: Freshness | null;
  readonly samples: readonly Sample[];
  /** Milliseconds of processor time that the processes took for each answer, all of their work included; null where there is no /proc. */
  readonly cpuMsPerAnswer: number | null;
  readonly marks: readonly Mark[];
};

/** When what was done, in seconds since the run began. */
export type Mark = { readonly at: number; readonly label: string };

/** Sends the schedule to the processes in turns, while listings are edited and watched, and tells each second how it goes. */
export async function runLoad(plan: LoadPlan): Promise<Load> {
  const { members, urls, arrivals, writer, events, client, log } = plan;
  const origins = members.map(({ origin }) => origin);
  const urlAt = (number: number) => urls[number % urls.length] ?? urls[0];
  const record = new RunRecord((number) => urlAt(number)?.kind ?? "");
  const asker = createAsker({ connectionsMax: plan.inFlightMax });
  const { editsPerSecond } = plan;
  const probe = writer && startProbe({ writer, origins, editsPerSecond });
  const sampler = await startSampler(members, client, (sample) =>
    log(progressLine(sample, { seconds: arrivals.seconds, record, shownMs: probe?.shownMs() ?? null })),
  );
  const marks: Mark[] = [];
  const begunAt = performance.now();
  const acting = Promise.all(
    events.map(async ({ share, label, act }) => {
      await MACHINE_CLOCK.wait(share * arrivals.seconds * 1_000);
      marks.push({ at: (performance.now() - begunAt) / 1_000, label });
      log(`  ${label}`);
      await act();
    }),
  );
  try {
    await driveOpenLoop({
      ...{ arrivals, inFlightMax: plan.inFlightMax, clock: MACHINE_CLOCK },
      ask: (number) => asker.ask(`${origins[number % origins.length]}${urlAt(number)?.path}`),
      heard: (outcome) => record.heard(outcome),
      unsent: (_number, dueMs) => record.unsent(dueMs),
    });
    await acting;
  } finally {
    asker.close();
  }
  const freshness = probe ? await probe.end() : null;
  const { cpuMs } = await sampler.end();
  const recorded = record.end();
  const answers = recorded.answered + recorded.failed;
  return {
    ...{ recorded, freshness, marks, samples: sampler.samples },
    cpuMsPerAnswer: cpuMs === null || answers === 0 ? null : cpuMs / answers,
  };
}
