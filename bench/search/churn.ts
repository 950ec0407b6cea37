import { setTimeout } from "node:timers/promises";
import type { MixRequest } from "@/bench/mix";
import type { Stage } from "@/bench/search/stage";
import { durations, time } from "@/bench/search/timing";
import { connectClient } from "@/lib/platform/postgres-client";
import { createProgress } from "@/lib/platform/progress";

const BATCH = 1_000;

/** How much of the time another connection updates, if it may: the rest of it, after each batch, is left to those who read. */
export type Pace = { readonly share: number; readonly rowsMax: number };

export type Churn = {
  readonly tookMs: readonly number[];
  readonly errors: readonly string[];
  readonly updatedRows: number;
  readonly updatedInMs: number;
};

/** Searches one after the other, on the runtime that is held, while another connection changes the prices of so many listings, a thousand at a time. */
export async function searchDuringUpdates(
  stage: Stage,
  requests: readonly MixRequest[],
  pace: Pace,
): Promise<Churn> {
  const tookMs: number[] = [];
  const errors: string[] = [];
  let isUpdating = true;
  const startedAt = performance.now();
  const updating = updateRows(stage.databaseUrl, pace).finally(() => {
    isUpdating = false;
  });
  for (let n = 0; isUpdating; n++) {
    const request = requests[n % requests.length];
    if (request === undefined) throw new Error("There is nothing to search.");
    await time(request).then(
      (timed) => tookMs.push(...durations([timed])),
      (thrown: unknown) => errors.push(String(thrown)),
    );
  }
  return { tookMs, errors, updatedRows: await updating, updatedInMs: performance.now() - startedAt };
}

async function updateRows(url: string, { share, rowsMax }: Pace): Promise<number> {
  const client = await connectClient(url);
  try {
    const { rows } = await client.query<{ lowest: number; highest: number }>(
      "SELECT min(id) AS lowest, max(id) AS highest FROM listing",
    );
    const { lowest = 0, highest = 0 } = rows[0] ?? {};
    const total = Math.min(highest - lowest + 1, rowsMax);
    const progress = createProgress("updating", total, process.stderr, { unit: "listings" });
    let updated = 0;
    for (let from = lowest; from < lowest + total; from += BATCH) {
      const startedAt = performance.now();
      const { rowCount } = await client.query(
        "UPDATE listing SET price_low = price_low + 1, price_high = price_high + 1 WHERE id BETWEEN $1 AND $2",
        [from, from + BATCH - 1],
      );
      updated += rowCount ?? 0;
      await setTimeout((performance.now() - startedAt) * (1 / share - 1));
      progress.at(from - lowest + BATCH);
    }
    progress.end();
    return updated;
  } finally {
    await client.end();
  }
}
