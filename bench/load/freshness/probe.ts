import { Ending } from "@/bench/load/ending";
import { type Watched, watchEdit } from "@/bench/load/freshness/watch-edit";
import type { Writer } from "@/bench/load/freshness/writer";
import { Latencies, type LatencySummary } from "@/bench/load/latencies";
import { requireLoopback } from "@/bench/load/loopback";

/** One edit, and how long after it was acknowledged the last of all addresses showed it; null when one never did. */
export type EditPoint = { readonly at: number; readonly shownMs: number | null; readonly oldestMs: number };

export type Freshness = {
  readonly edits: number;
  /** Edits that were due, and not made because too many others were still being watched. */
  readonly notMade: number;
  /** Why edits were refused, and how often. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Of all addresses, the slowest of each edit. */
  readonly shown: LatencySummary;
  readonly shownBy: Readonly<Record<string, LatencySummary>>;
  /** How old the oldest answer was that did not say that it is stale. */
  readonly oldestMs: number;
  readonly old: number;
  readonly marked: number;
  readonly failed: number;
  readonly neverShown: number;
  readonly points: readonly EditPoint[];
};

export type ProbeOptions = {
  readonly writer: Writer;
  readonly origins: readonly string[];
  readonly editsPerSecond: number;
};

export type Probe = { readonly shownMs: () => number | null; end(): Promise<Freshness> };

/** Edits whose addresses are still being watched. */
const WATCHED_MAX = 12;

/** Edits a listing so often, and asks the API and the page of every process until each shows it, until it is ended. */
export function startProbe({ writer, origins, editsPerSecond }: ProbeOptions): Probe {
  const begunAt = performance.now();
  const everyMs = 1_000 / editsPerSecond;
  const shown = new Latencies();
  const shownBy = new Map<string, Latencies>();
  const points: EditPoint[] = [];
  const sums = { notMade: 0, oldestMs: 0, old: 0, marked: 0, failed: 0, neverShown: 0 };
  const refusals: Record<string, number> = {};
  const watching = new Set<Promise<void>>();
  const ending = new Ending();

  const makeEdit = async (turn: number) => {
    const writing = origins[turn % origins.length] ?? "";
    const placed = (what: string, origin: string) => {
      if (!writer.writesThroughProcess) return what;
      return `${what}, ${origin === writing ? "the process that wrote" : "another process"}`;
    };
    const { id, path } = writer.listing(turn);
    const addresses = origins.flatMap((origin) => [
      { where: placed("API", origin), url: `${origin}/api/listings/${id}` },
      { where: placed("page", origin), url: `${origin}${path}` },
    ]);
    // So that all hold the old one.
    await Promise.all(addresses.map(({ url }) => askOnce(url)));
    const edit = await writer.edit(turn, writing);
    const watched = await Promise.all(
      addresses.map(async ({ where, url }) => ({ where, ...(await watchEdit(url, edit)) })),
    );
    for (const { where, shownMs } of watched) if (shownMs !== null) ofPlace(shownBy, where).add(shownMs);
    for (const each of watched) add(sums, each);
    const never = watched.some(({ shownMs }) => shownMs === null);
    const slowest = never ? null : Math.max(...watched.map(({ shownMs }) => shownMs ?? 0));
    if (slowest !== null) shown.add(slowest);
    const oldestMs = Math.max(...watched.map((each) => each.oldestMs));
    points.push({ at: (edit.answeredAt - begunAt) / 1_000, shownMs: slowest, oldestMs });
  };

  const editing = (async () => {
    for (let turn = 0; ; turn++) {
      await ending.pauseUntil(begunAt + turn * everyMs);
      if (ending.isEnded) break;
      if (watching.size >= WATCHED_MAX) {
        sums.notMade++;
        continue;
      }
      const watch: Promise<void> = makeEdit(turn)
        .catch((thrown: unknown) => {
          const reason = thrown instanceof Error ? thrown.message : String(thrown);
          refusals[reason] = (refusals[reason] ?? 0) + 1;
        })
        .finally(() => watching.delete(watch));
      watching.add(watch);
    }
  })();

  return {
    shownMs: () => points.at(-1)?.shownMs ?? null,
    async end() {
      ending.end();
      await editing;
      await Promise.all(watching);
      await writer.close();
      return {
        ...sums,
        refusals,
        edits: points.length,
        shown: shown.summary(),
        shownBy: Object.fromEntries([...shownBy].sort().map(([where, each]) => [where, each.summary()])),
        points: points.sort((one, other) => one.at - other.at),
      };
    },
  };
}

type Sums = { oldestMs: number; old: number; marked: number; failed: number; neverShown: number };

function add(sums: Sums, { shownMs, oldestMs, old, marked, failed }: Watched): void {
  sums.oldestMs = Math.max(sums.oldestMs, oldestMs);
  sums.old += old;
  sums.marked += marked;
  sums.failed += failed;
  if (shownMs === null) sums.neverShown++;
}

async function askOnce(url: string): Promise<void> {
  await (await fetch(requireLoopback(url), { redirect: "error" })).arrayBuffer();
}

function ofPlace(map: Map<string, Latencies>, where: string): Latencies {
  const found = map.get(where) ?? new Latencies();
  map.set(where, found);
  return found;
}
