import { ANSWER_TIERS, type AnswerTier } from "@/bench/load/answer-tier";
import type { Answer } from "@/bench/load/asker";
import { type CurvePoint, Latencies, type LatencySummary } from "@/bench/load/latencies";
import type { Outcome } from "@/bench/load/open-loop";

export type Tally = {
  readonly answered: number;
  readonly failed: number;
  /** Was due, and not sent, because too many waited for their answers already. */
  readonly unsent: number;
  /** Said of itself that it is stale. */
  readonly stale: number;
  readonly tiers: Readonly<Record<AnswerTier, number>>;
};

/** One second of a run: what became of the requests that were due in it, and how many answers came in it, whenever they were due. */
export type Second = Tally & {
  readonly at: number;
  readonly came: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

export type Recorded = Tally & {
  readonly bytes: number;
  /** From the beginning until the last answer had come: longer than the schedule where answers pile up. */
  readonly untilLastMs: number;
  /** Of what was answered, from when it was due. */
  readonly latency: LatencySummary;
  readonly curve: readonly CurvePoint[];
  readonly byKind: Readonly<Record<string, LatencySummary>>;
  /** How late the driver itself sent what was due: part of every latency. */
  readonly driverLate: LatencySummary;
  /** How often which status was answered, or what else went wrong. */
  readonly failures: Readonly<Record<string, number>>;
  readonly seconds: readonly Second[];
};

/** Collects what became of each request of a run. */
export class RunRecord {
  readonly #kindOf: (number: number) => string;
  readonly #all = new Counted();
  readonly #seconds = new Map<number, Counted>();
  readonly #byKind = new Map<string, Latencies>();
  readonly #driverLate = new Latencies();
  readonly #failures = new Map<string, number>();
  #bytes = 0;
  #untilLastMs = 0;

  constructor(kindOf: (number: number) => string) {
    this.#kindOf = kindOf;
  }

  heard({ number, dueMs, sentMs, endedMs, answer }: Outcome): void {
    const counts = [this.#all, this.#secondOf(dueMs)];
    this.#driverLate.add(sentMs - dueMs);
    const failure = failureOf(answer);
    if (failure !== null) {
      for (const each of counts) each.failed++;
      this.#failures.set(failure, (this.#failures.get(failure) ?? 0) + 1);
      return;
    }
    if (answer instanceof Error) return;
    this.#bytes += answer.bytes;
    this.#untilLastMs = Math.max(this.#untilLastMs, endedMs);
    this.#secondOf(endedMs).came++;
    for (const each of counts) each.add(answer, endedMs - dueMs);
    latenciesOf(this.#byKind, this.#kindOf(number)).add(endedMs - dueMs);
  }

  unsent(dueMs: number): void {
    for (const each of [this.#all, this.#secondOf(dueMs)]) each.unsent++;
  }

  /** The second of that number as it stands, for who watches. */
  second(at: number): Second | undefined {
    return this.#seconds.get(at)?.asSecond(at);
  }

  end(): Recorded {
    const all = this.#all;
    return {
      ...all.tally(),
      bytes: this.#bytes,
      untilLastMs: this.#untilLastMs,
      latency: all.latencies.summary(),
      curve: all.latencies.curve(),
      byKind: Object.fromEntries([...this.#byKind].sort().map(([kind, each]) => [kind, each.summary()])),
      driverLate: this.#driverLate.summary(),
      failures: Object.fromEntries(this.#failures),
      seconds: [...this.#seconds]
        .sort(([one], [other]) => one - other)
        .map(([at, each]) => each.asSecond(at)),
    };
  }

  #secondOf(dueMs: number): Counted {
    const at = Math.floor(dueMs / 1_000);
    const found = this.#seconds.get(at) ?? new Counted();
    this.#seconds.set(at, found);
    return found;
  }
}

class Counted {
  answered = 0;
  failed = 0;
  unsent = 0;
  stale = 0;
  came = 0;
  readonly tiers = Object.fromEntries(ANSWER_TIERS.map((tier) => [tier, 0])) as Record<AnswerTier, number>;
  readonly latencies = new Latencies();

  add({ tier, isStale }: Answer, tookMs: number): void {
    this.answered++;
    this.tiers[tier]++;
    if (isStale) this.stale++;
    this.latencies.add(tookMs);
  }

  tally(): Tally {
    const { answered, failed, unsent, stale, tiers } = this;
    return { answered, failed, unsent, stale, tiers: { ...tiers } };
  }

  asSecond(at: number): Second {
    const { came, latencies } = this;
    return { at, ...this.tally(), came, p50Ms: latencies.at(0.5), p99Ms: latencies.at(0.99) };
  }
}

/** The mix asks for what there is, by its one address: a redirection is as wrong as an error. */
function failureOf(answer: Answer | Error): string | null {
  if (answer instanceof Error) return answer.message;
  return answer.status === 200 ? null : `answered ${answer.status}`;
}

function latenciesOf(map: Map<string, Latencies>, kind: string): Latencies {
  const found = map.get(kind) ?? new Latencies();
  map.set(kind, found);
  return found;
}
