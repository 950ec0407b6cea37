/**
 * Milliseconds of each request to each of these addresses, over kept connections, one after another and all taking turns, so that
 * whatever else the machine does touches them alike; the first tenth warms up and is not counted.
 */
export async function measureInTurns(
  urls: readonly string[],
  requests: number,
): Promise<readonly (readonly number[])[]> {
  const counted = urls.map(() => [] as number[]);
  const warmUp = Math.ceil(requests / 10);
  for (let n = 0; n < requests + warmUp; n++)
    for (let turn = 0; turn < urls.length; turn++) {
      const index = (n + turn) % urls.length;
      const tookMs = await request(urls[index] ?? "");
      if (n >= warmUp) counted[index]?.push(tookMs);
    }
  return counted;
}

async function request(url: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(url, { redirect: "error" });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - startedAt;
}

/** The value that this share of the others does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.ceil(share * sorted.length) - 1];
  if (value === undefined) throw new Error("There is nothing to take a percentile of.");
  return value;
}

/** The middle one of unsorted values; NaN where there are none. */
export function median(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : percentile(values, 0.5);
}
