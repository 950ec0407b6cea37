import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { deflateRaw, inflateRawSync } from "node:zlib";
import { percentile } from "@/bench/latency";
import { readEnv } from "@/lib/env";
import { readsNamed } from "@/lib/known-reads";
import { createRuntime } from "@/lib/platform/create-runtime";
import { DATA } from "@/lib/platform/services/clone";
import { startPostgres } from "@/lib/platform/services/postgres";
import { migrate } from "@/prisma/migrate";
import { seed } from "@/prisma/seed/seed";

const LISTINGS = 2_000;
const ROUNDS = 400;
const FOLDER = `${DATA}/bench-codec`;
const ADDRESSES = [
  "/api/localities?q=new",
  "/api/listings/1",
  ...[1, 3, 6, 12, 24, 60].map((limit) => `/api/listings?channel=buy&limit=${limit}`),
];

const deflate = promisify(deflateRaw);

/** What compressing saves and costs for values as the portal has them, by size: what lib/platform/redis-codec.ts decides by. Prints a table. */
export async function benchCodec(): Promise<void> {
  const postgres = await startPostgres({ dataDir: `${FOLDER}/postgres`, throwaway: true });
  try {
    await migrate(postgres.url);
    await seed(postgres.url, { listings: LISTINGS });
    const runtime = createRuntime(readEnv({ DATABASE_URL: postgres.url, LOG_LEVEL: "silent" }));
    console.log(
      "| read | JSON bytes | deflated, level 1 | level 6 | to write µs | deflating, level 1 | to read µs | inflating |",
    );
    console.log("| :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (const address of ADDRESSES)
      for (const { read, ask } of readsNamed(address)) {
        await ask().catch(() => {});
        const value = runtime.cache.heldUnder(read.key)?.entry.value;
        if (value !== null && value !== undefined) console.log(await rowFor(address, value));
      }
    await runtime.close();
  } finally {
    await postgres.stop();
    await rm(FOLDER, { recursive: true, force: true });
  }
}

async function rowFor(address: string, value: unknown): Promise<string> {
  const json = Buffer.from(JSON.stringify(value));
  const small = await deflate(json, { level: 1 });
  const smaller = await deflate(json, { level: 6 });
  const figures = [
    await timeOf(() => JSON.stringify(value)),
    await timeOf(() => deflate(json, { level: 1 })),
    await timeOf(() => JSON.parse(json.toString())),
    await timeOf(() => inflateRawSync(small)),
  ];
  const sizes = [json.length, small.length, smaller.length].map((bytes) => bytes.toLocaleString("en"));
  return `| ${address} | ${[...sizes, ...figures.map((us) => us.toFixed(0))].join(" | ")} |`;
}

/** Microseconds at the median. */
async function timeOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    await work();
    times.push((performance.now() - startedAt) * 1_000);
  }
  return percentile(
    times.sort((one, other) => one - other),
    0.5,
  );
}
