import { CONTESTANTS, type Contestant } from "@/bench/libraries/contestants";
import { type FromWorker, instant, type Task } from "@/bench/libraries/messages";

const READERS = 8;
const READS_PER_TURN = 25;
const PAUSE_MS = 20;
const WRITE_EVERY_MS = 50;
const FLUSH_AT = 3 * 3_000;
const HITS = 5_000;
const ROUNDS = 9;

// One process of a contestant: readers, and a writer of the listings that are its own.
const [, , name = "", databaseUrl = "", redisUrl = ""] = process.argv;
const make = CONTESTANTS[name];
if (make === undefined) throw new Error(`Nobody is called ${name}.`);
const contestant = await make({ databaseUrl, redisUrl });
const say = (message: FromWorker) => void process.send?.(message);
process.on("message", (task: Task) => {
  void run(contestant, task);
});
process.on("disconnect", () => process.exit(0));
say({ kind: "ready" });

async function run(contestant: Contestant, task: Task): Promise<void> {
  const endAt = instant() + task.seconds * 1_000;
  const random = randomFrom(task.seed);
  const sightings = new Sightings();
  let errors = 0;
  const attempt = (work: Promise<void>) => work.catch(() => void errors++);
  const read = async () => {
    const listing = zipfian(task.listings, random);
    const askedAt = instant();
    sightings.add(listing, await contestant.read(listing), askedAt);
  };
  const readUntilTheEnd = async () => {
    while (instant() < endAt) {
      for (let n = 0; n < READS_PER_TURN; n++) await attempt(read());
      await pause(PAUSE_MS);
    }
  };
  const writeUntilTheEnd = async () => {
    for (let version = 2; instant() < endAt; version++)
      for (const listing of task.own) {
        if (instant() >= endAt) return;
        await attempt(
          contestant.write(listing, version).then(() => {
            say({ kind: "acknowledged", listing, version, at: instant() });
          }),
        );
        await pause(WRITE_EVERY_MS);
      }
  };
  await Promise.all([writeUntilTheEnd(), ...Array.from({ length: READERS }, readUntilTheEnd)]);
  sightings.flush();
  say({
    kind: "done",
    loads: contestant.loads(),
    hitMicroseconds: await costOfHit(task.listings[0] ?? 0),
    errors,
  });
}

/** Of what nobody changes any more, at the median of some rounds. */
async function costOfHit(listing: number): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = instant();
    for (let n = 0; n < HITS; n++) await contestant.read(listing);
    rounds.push(((instant() - startedAt) * 1_000) / HITS);
  }
  return rounds.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
}

class Sightings {
  #reads: number[] = [];

  add(listing: number, version: number, askedAt: number): void {
    this.#reads.push(listing, version, askedAt);
    if (this.#reads.length >= FLUSH_AT) this.flush();
  }

  flush(): void {
    say({ kind: "saw", reads: Float64Array.from(this.#reads) });
    this.#reads = [];
  }
}

/** The first listings are asked for most, as on every portal: the chance falls with one over the rank. */
function zipfian(listings: readonly number[], random: () => number): number {
  const rank = Math.floor(listings.length ** random());
  return listings[Math.min(rank, listings.length) - 1] ?? 0;
}

/** mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
