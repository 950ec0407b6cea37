import { build, type Histogram } from "hdr-histogram-js";

/** Microseconds to three digits, up to a minute. */
const LONGEST_MICROSECONDS = 60_000_000;
/** The last ones have as much room as the many before: each step leaves out nine tenths of the rest, up to 99.9 %. */
const CURVE_NINES = 3;
const CURVE_STEPS = 60;

export type LatencySummary = {
  readonly count: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly worstMs: number;
};

/** Milliseconds that some share of all did not exceed. */
export type CurvePoint = { readonly share: number; readonly ms: number };

/** Many durations in little room: a histogram whose steps grow with the value, so that each percentile is right to a thousandth. */
export class Latencies {
  readonly #histogram: Histogram = build({
    bitBucketSize: 32,
    lowestDiscernibleValue: 1,
    highestTrackableValue: LONGEST_MICROSECONDS,
    numberOfSignificantValueDigits: 3,
  });

  get count(): number {
    return this.#histogram.totalCount;
  }

  /** A longer one than a minute counts as a minute. */
  add(ms: number): void {
    this.#histogram.recordValue(Math.min(LONGEST_MICROSECONDS, Math.max(1, Math.round(ms * 1_000))));
  }

  /** The milliseconds that this share of all do not exceed; 0 when there are none. */
  at(share: number): number {
    return this.count === 0 ? 0 : this.#histogram.getValueAtPercentile(share * 100) / 1_000;
  }

  summary(): LatencySummary {
    return {
      count: this.count,
      meanMs: this.count === 0 ? 0 : this.#histogram.mean / 1_000,
      p50Ms: this.at(0.5),
      p90Ms: this.at(0.9),
      p99Ms: this.at(0.99),
      p999Ms: this.at(0.999),
      worstMs: this.at(1),
    };
  }

  curve(): readonly CurvePoint[] {
    return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
      const share = 1 - 10 ** ((-CURVE_NINES * step) / CURVE_STEPS);
      return { share, ms: this.at(share) };
    });
  }
}
