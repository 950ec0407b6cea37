import { ANSWER_TIERS } from "@/bench/load/answer-tier";
import { createAsker } from "@/bench/load/asker";
import { measureThroughput } from "@/bench/load/closed-loop";
import { type Contestant, SUBJECTS, type Subject } from "@/bench/load/compare/contestant";
import { Latencies } from "@/bench/load/latencies";
import { readProcess } from "@/bench/load/process-figures";
import { createProgress } from "@/lib/platform/progress";

/** What one contestant came to in one round. */
export type Turn = {
  readonly subject: Subject;
  readonly name: string;
  readonly perSecond: number;
  readonly failed: number;
  readonly bytesPerAnswer: number;
  /** Of the whole process; null where there is no /proc, or the process is not ours. */
  readonly cpuMsPerAnswer: number | null;
  readonly residentBytes: number | null;
  /** Of one request after the other. */
  readonly aloneP50Ms: number;
  /** The same of those: whoever asks sleeps in between, and every server pays for waking them. */
  readonly aloneCpuMs: number | null;
  /** Of those, how many came from a cache by their own account. */
  readonly hitShare: number;
};

export type RoundsOptions = {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
};

const ALONE_MS = 2_000;

/** Everybody in turns, time and again, so that whatever else the machine does touches all alike. */
export async function measureRounds(
  contestants: readonly Contestant[],
  { rounds, seconds, connections }: RoundsOptions,
): Promise<readonly Turn[]> {
  const subjects = Object.keys(SUBJECTS) as Subject[];
  const turns = subjects.flatMap((subject) =>
    contestants.flatMap((contestant) => {
      const paths = contestant.paths[subject];
      return paths === undefined ? [] : [{ subject, contestant, paths }];
    }),
  );
  for (const { contestant, paths } of turns) if (contestant.isWarmed) await askEach(contestant.origin, paths);
  const measured: Turn[] = [];
  const progress = createProgress("comparing", rounds * turns.length, process.stderr, { unit: "turns" });
  for (let round = 0; round < rounds; round++)
    for (const { subject, contestant, paths } of turns) {
      const { name } = contestant;
      const alone = await measureAlone(contestant, paths);
      const cpu = readCpu(contestant);
      const throughput = await measureThroughput({ origin: contestant.origin, paths, connections, seconds });
      const { perSecond, failed, bytesPerAnswer, answered } = throughput;
      measured.push({
        ...{ subject, name, perSecond, failed, bytesPerAnswer, ...alone, ...cpu.since(answered) },
      });
      progress.at(measured.length);
    }
  progress.end();
  return measured;
}

async function askEach(origin: string, paths: readonly string[]): Promise<void> {
  const asker = createAsker({ connectionsMax: 1 });
  for (const path of new Set(paths)) {
    const { status } = await asker.ask(`${origin}${path}`);
    if (status !== 200) throw new Error(`${origin}${path} answered ${status}.`);
  }
  asker.close();
}

async function measureAlone(
  contestant: Contestant,
  paths: readonly string[],
): Promise<Pick<Turn, "aloneP50Ms" | "aloneCpuMs" | "hitShare">> {
  const asker = createAsker({ connectionsMax: 1 });
  const latencies = new Latencies();
  const held = new Set<string>(ANSWER_TIERS.slice(0, 3));
  let hits = 0;
  const cpu = readCpu(contestant);
  const begunAt = performance.now();
  for (let n = 0; performance.now() - begunAt < ALONE_MS || n === 0; n++) {
    const askedAt = performance.now();
    const { tier } = await asker.ask(`${contestant.origin}${paths[n % paths.length]}`);
    latencies.add(performance.now() - askedAt);
    if (held.has(tier)) hits++;
  }
  asker.close();
  const { cpuMsPerAnswer: aloneCpuMs } = cpu.since(latencies.count);
  return { aloneP50Ms: latencies.at(0.5), aloneCpuMs, hitShare: hits / latencies.count };
}

/** The processor time of a contestant's process from now on; null where it cannot be read. */
function readCpu({ pid }: Contestant) {
  const before = pid === undefined ? undefined : readProcess(pid);
  return {
    since(answered: number): Pick<Turn, "cpuMsPerAnswer" | "residentBytes"> {
      const after = pid === undefined ? undefined : readProcess(pid);
      const cpuMs = before && after ? after.cpuMs - before.cpuMs : null;
      return {
        cpuMsPerAnswer: cpuMs === null || answered === 0 ? null : cpuMs / answered,
        residentBytes: after?.residentBytes ?? null,
      };
    },
  };
}
