import { type Mix, type MixRequest, QUESTIONS, take } from "@/bench/mix";
import { ZOOMS, type Zoom } from "@/bench/mix/windows";
import { withRuntime } from "@/bench/search/runtimes";
import type { Stage } from "@/bench/search/stage";
import { type Crowd, type Timed, timeCrowd, timeEach } from "@/bench/search/timing";
import { CHANNELS } from "@/lib/listings/listing";
import { emptySearch } from "@/lib/listings/search";

const SEARCHES = 1_000;
const PREFIXES = 1_000;
const MAPS_OF_A_ZOOM = 40;
const NATIONAL_ROUNDS = 25;
const CALLERS = 16;
const ASKED_AT_ONCE = 2_000;

type Search = Extract<MixRequest, { kind: "search" }>;
type MapRequest = Extract<MixRequest, { kind: "map" }>;

export type Cold = {
  /** The first searches after a restart of Postgres. */
  readonly restarted: readonly Timed<Search>[];
  /** Whether the system too had forgotten its files by then. */
  readonly hasForgotten: boolean;
  readonly searches: readonly Timed<Search>[];
  /** Everything in a channel, time and again. */
  readonly national: readonly Timed<Search>[];
  readonly prefixes: readonly Timed[];
  readonly maps: readonly Timed<MapRequest>[];
  readonly crowd: Crowd;
};

/** Times everything without any cache: after a restart of Postgres, then again with its buffers warm from all of that being asked once. */
export async function measureCold(stage: Stage, mix: Mix): Promise<Cold> {
  const searches = take(SEARCHES, mix.search);
  const prefixes = take(PREFIXES, mix.prefix);
  const zooms = Object.keys(ZOOMS).map((zoom) => Number(zoom) as Zoom);
  const maps = zooms.flatMap((zoom) => take(MAPS_OF_A_ZOOM, () => mix.map(zoom)));
  const channels = CHANNELS.map((channel): Search => ({ kind: "search", search: emptySearch(channel) }));
  const national = take(NATIONAL_ROUNDS, () => channels).flat();
  const crowded = take(ASKED_AT_ONCE, () => mix.request(QUESTIONS));
  const hasForgotten = await stage.restart();
  return withRuntime(stage, "cold", async () => {
    const restarted = await timeEach("first searches after a restart", searches);
    await timeEach("warming buffers", [...channels, ...prefixes, ...maps]);
    return {
      restarted,
      hasForgotten,
      searches: await timeEach("searches", searches),
      national: await timeEach("searches of everything", national),
      prefixes: await timeEach("autocomplete", prefixes),
      maps: await timeEach("maps", maps),
      crowd: await measureCrowd(crowded),
    };
  });
}

/** Once unmeasured, because each connection of the pool reads the catalogue when it is first used. */
async function measureCrowd(requests: readonly MixRequest[]): Promise<Crowd> {
  await timeCrowd("warming connections", requests.slice(0, CALLERS * 10), CALLERS);
  return timeCrowd(`${CALLERS} callers at once`, requests, CALLERS);
}
