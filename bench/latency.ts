/** Milliseconds of each request, one after another, over a kept connection; the first tenth warms up and is not counted. */
export async function measureLatency(url: string, requests: number): Promise<readonly number[]> {
  const counted: number[] = [];
  const warmUp = Math.ceil(requests / 10);
  for (let n = 0; n < requests + warmUp; n++) {
    const startedAt = performance.now();
    const answer = await fetch(url, { redirect: "error" });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    if (n >= warmUp) counted.push(performance.now() - startedAt);
  }
  return counted;
}

/** The value that this share of the others does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.ceil(share * sorted.length) - 1];
  if (value === undefined) throw new Error("There is nothing to take a percentile of.");
  return value;
}
