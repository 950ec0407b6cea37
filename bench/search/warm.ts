import { percentile } from "@/bench/latency";
import type { MixRequest } from "@/bench/mix";
import { type Tiers, withRuntime } from "@/bench/search/runtimes";
import type { Stage } from "@/bench/search/stage";
import { type Timed, time, timeEach } from "@/bench/search/timing";

const ROUNDS = 5;
/** Of answers: what expires at the next hour or midnight may do so meanwhile. */
const LOADED_SHARE_MAX = 0.02;

/** How long each request takes when it was asked before: the median of some rounds. Throws when they are not answered from the cache. */
export async function timeWarm<Request extends MixRequest>(
  stage: Stage,
  tiers: Exclude<Tiers, "cold">,
  requests: readonly Request[],
): Promise<readonly Timed<Request>[]> {
  return withRuntime(stage, tiers, async (runtime) => {
    await timeEach(`filling ${tiers}`, requests);
    // Once more: what was loaded first may be on its way to Redis still.
    await timeEach(`warming ${tiers}`, requests);
    let loads = 0;
    const unobserve = runtime.observe(({ kind }) => {
      if (kind === "load") loads++;
    });
    const rounds: (readonly Timed<Request>[])[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const timed: Timed<Request>[] = [];
      for (const request of requests) timed.push(await time(request));
      rounds.push(timed);
    }
    unobserve();
    if (loads > LOADED_SHARE_MAX * ROUNDS * requests.length)
      throw new Error(
        `${loads} of ${ROUNDS * requests.length} warm answers were loaded: they were not warm.`,
      );
    return requests.map((request, index) => ({
      request,
      tookMs: percentile(
        rounds.map((timed) => timed[index]?.tookMs ?? Number.NaN),
        0.5,
      ),
    }));
  });
}
