/** Round numbers below, between and above all values, evenly apart: where the lines of an axis stand. At least two. */
export function axisTicks(values: readonly number[], intervals = 3): readonly number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  const step = roundStep((high - low) / intervals || Math.abs(high) / intervals || 1);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** The least of 1, 2, 2.5, 5 and 10 times a power of ten that is no less than this. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= step) ?? 10;
  return factor * power;
}
