import type { Client } from "pg";
import { countTransactions } from "@/bench/load/database-figures";
import { Ending } from "@/bench/load/ending";
import type { Member } from "@/bench/load/fleet";
import { readPortal } from "@/bench/load/portal-figures";
import { readProcess } from "@/bench/load/process-figures";

/** What the whole fleet did between two looks, and what it holds at the second. */
export type Sample = {
  /** Seconds since the run began. */
  readonly at: number;
  readonly loadsPerSecond: number;
  /** By Postgres's own count; the polls of the journal, some 20 a second of each process, are among them. */
  readonly transactionsPerSecond: number;
  /** Cores that are kept busy, and what is resident; null where there is no /proc. */
  readonly cores: number | null;
  readonly residentBytes: number | null;
  /** Of the process that was kept longest. */
  readonly longestTurnMs: number;
};

type Look = {
  readonly atMs: number;
  readonly loads: number;
  readonly transactions: number;
  readonly cpuMs: number | null;
  readonly residentBytes: number | null;
  readonly longestTurnMs: number;
};

export type Sampler = {
  readonly samples: readonly Sample[];
  /** Looks once more. The time that the processes have worked since the sampler began, or null. */
  end(): Promise<{ readonly cpuMs: number | null }>;
};

const EVERY_MS = 1_000;

/** Looks at the fleet and its database once a second. `client` goes to the database by a way of its own. */
export async function startSampler(
  members: readonly Member[],
  client: Client,
  seen: (sample: Sample) => void,
): Promise<Sampler> {
  const begunAt = performance.now();
  const first = await look(members, client);
  const samples: Sample[] = [];
  let last = first;
  const ending = new Ending();
  const step = async () => {
    const next = await look(members, client);
    const sample = between(last, next, begunAt);
    last = next;
    samples.push(sample);
    seen(sample);
  };
  const stepping = (async () => {
    for (let n = 1; ; n++) {
      await ending.pauseUntil(begunAt + n * EVERY_MS);
      if (ending.isEnded) break;
      await step();
    }
  })();
  return {
    samples,
    async end() {
      ending.end();
      await stepping;
      await step();
      return { cpuMs: last.cpuMs === null || first.cpuMs === null ? null : last.cpuMs - first.cpuMs };
    },
  };
}

async function look(members: readonly Member[], client: Client): Promise<Look> {
  const [portals, transactions] = await Promise.all([
    Promise.all(members.map(({ metricsUrl }) => readPortal(metricsUrl))),
    countTransactions(client),
  ]);
  const processes = members.flatMap(({ pid }) => readProcess(pid) ?? []);
  const isWhole = processes.length === members.length;
  return {
    atMs: performance.now(),
    longestTurnMs: Math.max(0, ...portals.map((portal) => portal?.longestTurnMs ?? 0)),
    loads: portals.reduce((sum, portal) => sum + (portal?.loads ?? 0), 0),
    transactions,
    cpuMs: isWhole ? processes.reduce((sum, { cpuMs }) => sum + cpuMs, 0) : null,
    residentBytes: isWhole ? processes.reduce((sum, { residentBytes }) => sum + residentBytes, 0) : null,
  };
}

function between(one: Look, other: Look, begunAt: number): Sample {
  const seconds = (other.atMs - one.atMs) / 1_000;
  return {
    at: (other.atMs - begunAt) / 1_000,
    // A process that did not answer once would else count backwards.
    loadsPerSecond: Math.max(0, other.loads - one.loads) / seconds,
    transactionsPerSecond: Math.max(0, other.transactions - one.transactions) / seconds,
    cores: other.cpuMs === null || one.cpuMs === null ? null : (other.cpuMs - one.cpuMs) / 1_000 / seconds,
    residentBytes: other.residentBytes,
    longestTurnMs: other.longestTurnMs,
  };
}
