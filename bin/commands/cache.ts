import { Command } from "commander";
import { explain } from "@/bin/commands/cache-explain";
import { describeStats } from "@/bin/commands/cache-stats";
import { warm } from "@/bin/commands/cache-warm";
import { watch } from "@/bin/commands/cache-watch";
import { withPortal } from "@/bin/commands/with-portal";
import { AppError } from "@/lib/errors";
import type { Runtime } from "@/lib/platform/runtime";

const WARM_MAX = 100_000;
/** As the triggers write them (prisma/migrations/*_cache_journal). */
const TAG =
  /^(listings|localities|regions|agencies|agents|sources|(localities|regions|agencies|agents):any|(listing|card|locality|region|region-places|agency|agency-name|agent|agent-listings|source):\d+|stock:(buy|rent|sold|any|locality:\d+)|search:(buy|rent|sold)(:(locality|region|agency):\d+)?)$/;

const TAGS = `
Tags, as cache watch shows them:
  listings localities regions agencies agents sources     everything that was read from these
  listing:12 card:12 search:buy search:buy:locality:7     a listing's page, its card, the searches of a channel or a place`;

export function cacheCommand(): Command {
  const cache = new Command("cache").description("See what the caches of the portal do, and work on them.");
  cache
    .command("watch")
    .description("Show changes, misses and loads of every process as they happen, until Ctrl-C.")
    .action(() => withPortal("cache watch", watchUntilInterrupted));
  cache
    .command("explain <what>")
    .description(
      "Where an address (/buy/nsw/newtown) or a key (listing/12) is held, and why it answers or does not.",
    )
    .action((what: string) =>
      withPortal("cache explain", async (runtime) => console.log(await explain(what, runtime))),
    );
  cache
    .command("stats")
    .description("What the caches of the running processes did so far.")
    .action(() => withPortal("cache stats", async (runtime) => console.log(await describeStats(runtime))));
  cache
    .command("invalidate <tags...>")
    .description("Have everything that depends on these tags loaded anew, in every process.")
    .addHelpText("after", TAGS)
    .action((tags: readonly string[]) =>
      withPortal("cache invalidate", (runtime) => invalidate(runtime, tags)),
    );
  cache
    .command("warm")
    .description("Load what people ask most, after a deploy or a restart of Redis.")
    .option("--localities <number>", "so many of the busiest localities", "50")
    .option("--listings <number>", "so many of the newest listings", "200")
    .action(runWarm);
  cache
    .command("restored")
    .description(
      "After the database was restored from a backup: nothing that was cached before is used again.",
    )
    .action(() => withPortal("cache restored", raiseEpoch));
  return cache;
}

async function watchUntilInterrupted(runtime: Runtime): Promise<void> {
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort());
  process.once("SIGTERM", () => interrupted.abort());
  if (runtime.redis === null) console.error("Without Redis (REDIS_URL) only changes can be shown, no loads.");
  console.error("Watching; silence means that readers are answered from memory. Ctrl-C ends it.");
  await watch(runtime, (line) => console.log(line), interrupted.signal);
}

async function invalidate({ database }: Runtime, tags: readonly string[]): Promise<void> {
  const unknown = tags.filter((tag) => !TAG.test(tag));
  if (unknown.length > 0)
    throw new AppError(
      "bad_request",
      `Nothing depends on "${unknown.join('", "')}"; bin/verandah cache invalidate --help names the tags.`,
    );
  await database.$executeRaw`SELECT cache_note(${[...new Set(tags)]}::text[])`;
  console.log(
    `Written down as changed: ${tags.join(" ")}. Every process follows within a quarter of a second.`,
  );
}

async function runWarm(options: { localities: string; listings: string }): Promise<void> {
  const localities = readCount(options.localities, "--localities");
  const listings = readCount(options.listings, "--listings");
  await withPortal("cache warm", async (runtime) => {
    if (runtime.redis === null)
      throw new AppError("unavailable", "There is nothing to warm without Redis; set REDIS_URL.");
    const startedAt = performance.now();
    const { reads, loads } = await warm(runtime, { localities, listings });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${reads} answers are in Redis; ${loads} of them were loaded, in ${seconds} s.`);
  });
}

async function raiseEpoch({ database }: Runtime): Promise<void> {
  await database.$executeRaw`UPDATE cache_state SET epoch = epoch + 1`;
  console.log("Done: entries from before the restore are another database's now.");
}

function readCount(text: string, option: string): number {
  const count = Number(text);
  if (/^\d{1,6}$/.test(text) && count <= WARM_MAX) return count;
  throw new AppError(
    "bad_request",
    `"${text}" is no number for ${option}; give a whole one up to ${WARM_MAX}.`,
  );
}
