import { randomBytes } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createPureCache } from "@/bench/pure-cache";
import type { Read } from "@/lib/cache/read";

const KEYS = 1_000_000;
const MEGABYTES = 64;
/** So many that the bytes are what bounds. */
const ENTRIES = 200_000;
/** Of a card in a search; a page of a search has 25 times as much. */
const VALUE_CHARACTERS = 1_200;
const SHOWN_EVERY = 100_000;
/** The estimate need not be exact, and the collector is not asked to be quick. */
const SLACK = 1.5;

const LIFETIME = { reason: "bench", freshForMs: 300_000, staleForMs: 0, usableForMs: 0, jitter: 0 };

/** Asks for a million different things, each once, and watches what memory holds. Prints a table; throws when it grows beyond its limit. */
export async function benchFlood(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const cache = createPureCache({ entriesMax: ENTRIES, bytesMax: MEGABYTES * 1024 * 1024 });
  collect();
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  console.log("| keys asked | entries | estimated MB | heap grown by MB |\n| ---: | ---: | ---: | ---: |");
  for (let key = 1; key <= KEYS; key++) {
    await cache.read(readOf(key), async () => ({ id: key, text: randomText() }));
    if (key % SHOWN_EVERY !== 0) continue;
    collect();
    const grown = process.memoryUsage().heapUsed - before;
    most = Math.max(most, grown);
    const { entries, bytes } = cache.size;
    console.log(
      `| ${key.toLocaleString("en")} | ${entries.toLocaleString("en")} | ${inMegabytes(bytes)} | ${inMegabytes(grown)} |`,
    );
    if (entries > ENTRIES || bytes > MEGABYTES * 1024 * 1024)
      throw new Error("Memory holds more than it may.");
  }
  if (most > SLACK * MEGABYTES * 1024 * 1024) throw new Error(`The heap grew by ${inMegabytes(most)} MB.`);
}

function readOf(key: number): Read<unknown> {
  return {
    key: `flood/${key}`,
    tags: [`listing:${key}`, "listings", `locality:${key % 500}`],
    lifetime: LIFETIME,
    shape: { name: "flood", version: 1, parse: (stored) => stored },
  };
}

function randomText(): string {
  return randomBytes(VALUE_CHARACTERS / 2).toString("hex");
}

function inMegabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}
