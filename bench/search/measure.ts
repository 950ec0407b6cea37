import { createMix } from "@/bench/mix";
import { readMixWorld } from "@/bench/mix/world";
import { type Churn, searchDuringUpdates } from "@/bench/search/churn";
import { type Cold, measureCold } from "@/bench/search/cold";
import { type Edits, timeEdits } from "@/bench/search/edits";
import { withRuntime } from "@/bench/search/runtimes";
import type { Stage } from "@/bench/search/stage";
import { durations, type Timed, timeEach } from "@/bench/search/timing";
import { timeWarm } from "@/bench/search/warm";
import { connectClient } from "@/lib/platform/postgres-client";

/** What is measured at every size. */
export type Base = {
  readonly listings: number;
  readonly databaseMegabytes: number;
  readonly cold: Cold;
  readonly edits: Edits;
};

/** What is measured of the full size besides. */
export type Measured = Base & {
  readonly redis: readonly Timed[];
  readonly memory: readonly Timed[];
  /** The same searches before the updates and during them. */
  readonly quietMs: readonly number[];
  /** While every listing is updated by who leaves half of the time to readers. */
  readonly churn: Churn;
  /** While a part of them is updated without a pause. */
  readonly rush: Churn;
};

const PACED = { share: 0.5, rowsMax: Number.POSITIVE_INFINITY };
const RUSHED = { share: 1, rowsMax: 200_000 };

export async function measureBase(stage: Stage): Promise<Base> {
  const mix = createMix(await readMixWorld(stage.databaseUrl));
  const databaseMegabytes = await findSize(stage.databaseUrl);
  const cold = await measureCold(stage, mix);
  const edits = await withRuntime(stage, "memory", () => timeEdits(stage));
  return { listings: stage.listings, databaseMegabytes, cold, edits };
}

/** `afterCold` is called while the listings are still as they were loaded, but for a few edits. */
export async function measureAll(stage: Stage, afterCold: (base: Base) => Promise<void>): Promise<Measured> {
  const base = await measureBase(stage);
  await afterCold(base);
  const requests = base.cold.searches.map(({ request }) => request);
  const redis = await timeWarm(stage, "redis", requests);
  const memory = await timeWarm(stage, "memory", requests);
  return withRuntime(stage, "cold", async () => {
    await timeEach("before the updates, once", requests);
    const quietMs = durations(await timeEach("before the updates", requests));
    const churn = await searchDuringUpdates(stage, requests, PACED);
    const rush = await searchDuringUpdates(stage, requests, RUSHED);
    return { ...base, redis, memory, quietMs, churn, rush };
  });
}

async function findSize(url: string): Promise<number> {
  const client = await connectClient(url);
  try {
    const { rows } = await client.query<{ bytes: string }>(
      "SELECT pg_database_size(current_database()) AS bytes",
    );
    return Number(rows[0]?.bytes) / 1024 / 1024;
  } finally {
    await client.end();
  }
}
