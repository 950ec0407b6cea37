import { cacheHost } from "@/lib/platform/cache-host";
import type { Runtime } from "@/lib/platform/runtime";
import { EVENTS_CHANNEL, WATCH_CHANNEL, WatchedBatch } from "@/lib/platform/watch-feed";

const SAY_EVERY_MS = 1_000;
const LINE_MAX = 400;

/** Prints what changes and what is loaded, in every process, as it happens, until `signal` is aborted. */
export async function watch(
  runtime: Runtime,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const { channels, tail } = runtime;
  // What is in the journal already is no news.
  await tail.catchUp();
  const stopHearing = runtime.observe((event) => {
    if (event.kind === "changes") void printChanges(runtime, event.rows, print);
    else if (event.kind === "floor-raised")
      print(
        line(cacheHost.now(), "floor", "", "everything older than what is known of changes is loaded anew"),
      );
    else if (event.kind === "identity-changed" && event.from !== undefined)
      print(
        line(cacheHost.now(), "database", "", "another one than before: nothing that was cached is used"),
      );
  });
  channels.listen(EVENTS_CHANNEL, (text) => {
    const batch = WatchedBatch.safeParse(JSON.parse(text));
    if (!batch.success) return;
    const { process, events, left } = batch.data;
    for (const { atMs, kind, key, detail } of events) print(line(atMs, kind, `${process} ${key}`, detail));
    if (left > 0) print(line(cacheHost.now(), "…", String(process), `${left} more in the same moment`));
  });
  tail.start();
  const saying = setInterval(() => void channels.publish(WATCH_CHANNEL, ""), SAY_EVERY_MS);
  void channels.publish(WATCH_CHANNEL, "");
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  clearInterval(saying);
  stopHearing();
}

type Rows = readonly { readonly xid: bigint; readonly tags: readonly string[] }[];

async function printChanges({ database }: Runtime, rows: Rows, print: (text: string) => void): Promise<void> {
  const xids = [...new Set(rows.map(({ xid }) => String(xid)))];
  const written = await database.$queryRaw<{ xid: string; writer: string; tags: string[] }[]>`
    SELECT xid::text, min(writer) AS writer, array_agg(DISTINCT tag) AS tags
      FROM cache_journal, unnest(tags) AS tag WHERE xid = ANY (${xids}::text[]::xid8[]) GROUP BY cache_journal.xid ORDER BY cache_journal.xid`;
  for (const { xid, writer, tags } of written)
    print(line(cacheHost.now(), "change", `${xid} by ${writer}`, tags.join(" ")));
}

function line(atMs: number, kind: string, what: string, detail: string): string {
  const time = new Date(atMs).toISOString().slice(11, 23);
  const text = `${time}  ${kind.padEnd(11)} ${what}  ${detail}`;
  return text.length > LINE_MAX ? `${text.slice(0, LINE_MAX)}…` : text;
}
