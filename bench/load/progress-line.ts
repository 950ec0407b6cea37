import type { RunRecord } from "@/bench/load/record";
import type { Sample } from "@/bench/load/sampler";

type Beside = {
  readonly seconds: number;
  readonly record: RunRecord;
  /** How long the last edit took to be shown everywhere. */
  readonly shownMs: number | null;
};

/** One line for each second of a run: what the second before it came to, since answers to the last may be on their way. */
export function progressLine(sample: Sample, { seconds, record, shownMs }: Beside): string {
  const at = Math.max(0, Math.round(sample.at) - 2);
  const second = record.second(at);
  const parts = [`${String(at + 1).padStart(String(Math.ceil(seconds)).length)}/${Math.ceil(seconds)} s`];
  if (second === undefined) parts.push("nothing came");
  else {
    const { answered, came, failed, unsent, p50Ms, p99Ms, tiers } = second;
    const held = answered - tiers.origin - tiers.unsaid;
    parts.push(`${came} answers`);
    if (answered > 0)
      parts.push(
        `p50 ${p50Ms.toFixed(1)}, p99 ${p99Ms.toFixed(1)} ms`,
        `${Math.round((100 * held) / answered)} % from cache`,
      );
    if (failed > 0) parts.push(`${failed} failed`);
    if (unsent > 0) parts.push(`${unsent} not sent`);
  }
  parts.push(`${Math.round(sample.loadsPerSecond)} loads/s`);
  if (sample.cores !== null) parts.push(`${sample.cores.toFixed(2)} cores`);
  if (sample.residentBytes !== null) parts.push(`${Math.round(sample.residentBytes / 1_048_576)} MB`);
  if (shownMs !== null) parts.push(`an edit shown after ${Math.round(shownMs)} ms`);
  return parts.join(", ");
}
