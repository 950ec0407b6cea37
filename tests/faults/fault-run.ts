import { Redis } from "ioredis";
import { DEFAULT_LIMITS } from "@/lib/cache/limits";
import { connectDatabase } from "@/lib/platform/prisma";
import { freePort } from "@/lib/platform/services/ports";
import { type EmbeddedRedis, startRedis } from "@/lib/platform/services/redis";
import { Checker, type Instant, type Verdict } from "@/tests/faults/checker";
import { instant } from "@/tests/faults/clock";
import { FAULTS, type Stage } from "@/tests/faults/faults";
import { startWorker, type Worker } from "@/tests/faults/fleet";
import type { Assignment, FromWorker } from "@/tests/faults/messages";
import { headlineOf, priceOf, randomFrom, suburbOf, versionOf } from "@/tests/faults/world";
import { type FaultProxy, openFaultProxy } from "@/tests/support/fault-proxy";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { startOwnPostgres } from "@/tests/support/own-postgres";

const READERS = 4;
const WRITERS = 2;
const LISTINGS = 24;
const BOUND_MS = DEFAULT_LIMITS.trustForMs;
const WARM_UP_MS = 3_000;
/** Judged so late, every acknowledgement that was made before has arrived. */
const JUDGED_AFTER_MS = 1_500;

export type FaultReport = {
  readonly verdict: Verdict;
  readonly commits: number;
  readonly loads: number;
  readonly overHttp: number;
  readonly refusals: number;
  /** Entries that the processes' own auditors compared with the database. */
  readonly audited: number;
  readonly clientErrors: readonly string[];
  readonly faults: Readonly<Record<string, number>>;
  readonly seed: number;
};

/** Runs a portal of several processes under faults for so long, and judges every answer. */
export async function runFaults(options: {
  readonly seconds: number;
  readonly seed: number;
  readonly only?: readonly string[];
  /** Ends with the first violation. */
  readonly untilViolation?: boolean;
  /** The project, with one thing wrong. */
  readonly folder?: string;
  readonly log?: (line: string) => void;
}): Promise<FaultReport> {
  const run = await FaultRun.start(options.seed, options.folder ?? process.cwd(), options.log ?? (() => {}));
  try {
    return await run.forSeconds(options.seconds, {
      kinds: options.only ?? Object.keys(FAULTS),
      untilViolation: options.untilViolation === true,
    });
  } finally {
    await run.end();
  }
}

async function startOwnRedis(url?: string): Promise<EmbeddedRedis> {
  const options = { logFile: ".data/fault-run-redis.log", path: process.env.PATH ?? "" };
  const redis = await startRedis(url === undefined ? options : { ...options, url });
  if (redis === undefined) throw new Error("The fault run needs a Redis: install redis-tools.");
  return redis;
}

class FaultRun {
  readonly #checker = new Checker(BOUND_MS);
  readonly #random: () => number;
  readonly #waiting: { readonly at: Instant; readonly judge: () => void }[] = [];
  readonly #begun = new Map<number, number>();
  readonly #faults: Record<string, number> = {};
  readonly #clientErrors: string[] = [];
  readonly #readers: Worker[] = [];
  readonly #writers: Worker[] = [];
  #commits = 0;
  #loads = 0;
  #overHttp = 0;
  #refusals = 0;
  #audited = 0;
  #judging: NodeJS.Timeout | undefined;

  private constructor(
    readonly seed: number,
    readonly folder: string,
    readonly log: (line: string) => void,
    readonly postgres: Awaited<ReturnType<typeof startOwnPostgres>>,
    readonly redisServer: { current: EmbeddedRedis },
    readonly redis: Redis,
    readonly redisLine: FaultProxy,
    readonly lines: readonly FaultProxy[],
    readonly ports: readonly number[],
    readonly world: Pick<Assignment, "suburbs" | "listings" | "pair">,
  ) {
    this.#random = randomFrom(seed);
  }

  static async start(seed: number, folder: string, log: (line: string) => void): Promise<FaultRun> {
    // Nothing is written to disk but what a commit waits for: a crash then forgets more ids.
    const postgres = await startOwnPostgres({ settings: { wal_writer_delay: "10s" } });
    const redisServer = { current: await startOwnRedis() };
    const port = (url: string) => Number(new URL(url).port);
    const redisLine = await openFaultProxy(() => port(redisServer.current.url));
    const lines = await Promise.all(
      Array.from({ length: READERS + 1 }, () => openFaultProxy(() => port(postgres.url()))),
    );
    const ports = await Promise.all(Array.from({ length: READERS }, () => freePort()));
    const world = await insertWorld(postgres.url());
    const redis = new Redis(redisServer.current.url);
    redis.on("error", () => {});
    const run = new FaultRun(seed, folder, log, postgres, redisServer, redis, redisLine, lines, ports, world);
    await Promise.all(lines.slice(0, READERS).map((_, index) => run.#startReader(index)));
    // Code that runs for the first time is slow: that is not what is measured.
    await pause(WARM_UP_MS);
    await Promise.all(Array.from({ length: WRITERS }, (_, index) => run.#startWriter(index)));
    run.#judging = setInterval(() => run.#judgeUntil(instant() - JUDGED_AFTER_MS), 50);
    return run;
  }

  async forSeconds(
    seconds: number,
    { kinds, untilViolation }: { readonly kinds: readonly string[]; readonly untilViolation: boolean },
  ): Promise<FaultReport> {
    const endAt = Date.now() + seconds * 1_000;
    const stage = this.#stage();
    while (Date.now() < endAt && !(untilViolation && this.#checker.verdict.violations.length > 0)) {
      await pause(150 + 500 * this.#random());
      const kind = kinds[Math.floor(this.#random() * kinds.length)] ?? "";
      this.log(`${Math.round((endAt - Date.now()) / 1000)} s left, ${kind}`);
      await FAULTS[kind]?.(stage);
      this.#faults[kind] = (this.#faults[kind] ?? 0) + 1;
    }
    await Promise.all(this.#writers.map((writer) => writer.kill()));
    await pause(1_000);
    await this.#compareWithDatabase();
    await Promise.all(this.#readers.map((reader) => reader.kill()));
    this.#judgeUntil(Number.POSITIVE_INFINITY);
    return {
      verdict: this.#checker.verdict,
      ...{
        commits: this.#commits,
        loads: this.#loads,
        overHttp: this.#overHttp,
        refusals: this.#refusals,
        audited: this.#audited,
      },
      ...{ clientErrors: this.#clientErrors, faults: this.#faults, seed: this.seed },
    };
  }

  async end(): Promise<void> {
    clearInterval(this.#judging);
    await Promise.all([...this.#readers, ...this.#writers].map((worker) => worker.kill()));
    this.redis.disconnect();
    await Promise.all([this.redisLine, ...this.lines].map((line) => line.close()));
    await this.redisServer.current.process.stop({ hurry: true });
    await this.postgres.remove();
  }

  #stage(): Stage {
    return {
      random: this.#random,
      redisLine: this.redisLine,
      redis: this.redis,
      postgres: this.postgres,
      readerLines: this.lines.slice(0, READERS),
      readers: this.#readers,
      writers: this.#writers,
      oldDump: new Map(),
      restartReader: async (index) => {
        await this.#readers[index]?.kill();
        await this.#startReader(index);
      },
      restartWriter: async (index) => {
        await this.#writers[index]?.kill();
        await this.#acknowledgeCommitted();
        await this.#startWriter(index);
      },
      restartPostgres: () => this.postgres.start(),
      restartRedis: async () => {
        const { url, process: server } = this.redisServer.current;
        await server.stop({ hurry: true });
        await pause(300);
        this.redisServer.current = await startOwnRedis(url);
      },
    };
  }

  async #startReader(index: number): Promise<void> {
    const assignment = this.#assignment("reader", index, this.ports[index] ?? 0);
    this.#readers[index] = await startWorker(`reader ${index}`, assignment, {
      databaseUrl: through(this.lines[index], this.postgres.url()),
      redisUrl: through(this.redisLine, this.redisServer.current.url),
      hear: (message) => this.#hear(message),
      folder: this.folder,
    });
  }

  async #startWriter(index: number): Promise<void> {
    const assignment = this.#assignment("writer", index, 0);
    this.#writers[index] = await startWorker(`writer ${index}`, assignment, {
      databaseUrl: through(this.lines[READERS], this.postgres.url()),
      redisUrl: through(this.redisLine, this.redisServer.current.url),
      hear: (message) => this.#hear(message),
      folder: this.folder,
    });
  }

  #assignment(role: Assignment["role"], index: number, port: number): Assignment {
    const { listings, pair } = this.world;
    const own = listings.filter((listing, n) =>
      pair.includes(listing) ? index === 0 : n % WRITERS === index,
    );
    return {
      ...this.world,
      ...{ role, port, readerPorts: this.ports, directUrl: this.postgres.url() },
      seed: Math.floor(this.#random() * 1e9),
      own: own.map((listing) => [listing, this.#begun.get(listing) ?? 0] as const),
      writesPair: index === 0,
    };
  }

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case "begun":
        this.#checker.begin(message);
        this.#begun.set(message.listing, Math.max(message.version, this.#begun.get(message.listing) ?? 0));
        return;
      case "acknowledged":
        this.#commits++;
        this.#checker.acknowledge(message);
        return;
      case "refused":
        this.#refusals += message.count;
        return;
      case "failed":
        if (this.#clientErrors.length < 20) this.#clientErrors.push(message.message);
        return;
      case "loads":
        this.#loads += message.count;
        return;
      case "saw":
      case "saw-own":
        this.#waiting.push({ at: instant(), judge: () => this.#judge(message) });
        return;
      case "audited":
        this.#audited += message.checked;
        for (const key of message.wrong) this.#checker.violate(`the auditor found ${key} wrong`);
        return;
      case "ready":
        return;
    }
  }

  #judgeUntil(before: Instant): void {
    while (this.#waiting[0] !== undefined && this.#waiting[0].at < before) this.#waiting.shift()?.judge();
  }

  #judge(message: Extract<FromWorker, { kind: "saw" | "saw-own" }>): void {
    const checker = this.#checker;
    if (message.kind === "saw-own") {
      checker.requires(message.seen, message.atLeast, `read your writes ${message.how}`);
      return;
    }
    for (const seen of message.listings) {
      if (seen.by === "http") this.#overHttp += seen.count;
      checker.saw(seen, `a listing (${seen.by})`);
      this.#requireWhole(seen.listing, seen.version, seen.price, seen.isStale);
    }
    for (const page of message.suburbs) {
      const { suburb, askedAt, answeredAt, count, isStale, items } = page;
      checker.verdict.reads += count;
      if (isStale) checker.verdict.staleFlagged += count;
      if (isStale) continue;
      for (const [listing, version, price] of items) {
        checker.saw({ listing, version, askedAt, count: 0, isStale }, "a search");
        this.#requireWhole(listing, version, price, isStale);
      }
      this.#requirePair(items);
      this.#requireMembers(suburb, items, askedAt, answeredAt);
    }
  }

  #requireWhole(listing: number, version: number | null, price: number | null, isStale: boolean): void {
    if (version !== null && price !== null && version > 0 && price !== priceOf(version) && !isStale)
      this.#checker.violate(`listing ${listing} showed version ${version} at the price ${price}`);
  }

  #requirePair(items: readonly (readonly [listing: number, version: number, price: number | null])[]): void {
    const versions = items
      .filter(([listing]) => this.world.pair.includes(listing))
      .map(([, version]) => version);
    if (versions.length === 2 && versions[0] !== versions[1])
      this.#checker.violate(`a search showed the pair in versions ${versions.join(" and ")}`);
  }

  #requireMembers(
    suburb: number,
    items: readonly (readonly [listing: number, version: number, price: number | null])[],
    askedAt: Instant,
    answeredAt: Instant,
  ): void {
    const there = new Set(items.map(([listing]) => listing));
    const { suburbs, listings, pair } = this.world;
    for (const listing of listings) {
      const belongs = (version: number) =>
        suburbOf(pair.includes(listing) ? 0 : version, suburbs).id === suburb;
      this.#checker.sawMembership(
        { listing, isThere: there.has(listing), askedAt, answeredAt },
        belongs,
        "a search",
      );
    }
  }

  /** After a writer was killed: what is in the database now was committed. */
  async #acknowledgeCommitted(): Promise<void> {
    const rows = await this.postgres.ask<{ id: number; headline: string }>(
      "SELECT id, headline FROM listing ORDER BY id FOR UPDATE",
    );
    const at = instant();
    for (const { id, headline } of rows)
      if (versionOf(headline) > 0)
        this.#checker.acknowledge({ listing: id, version: versionOf(headline), at });
  }

  async #headlineAt(port: number, id: number): Promise<string> {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/listing/${id}`);
      return ((await answer.json()) as { headline: string }).headline;
    } catch (thrown) {
      return `not to be had (${String(thrown)})`;
    }
  }

  /** A second after the last write every process answers what the database has. */
  async #compareWithDatabase(): Promise<void> {
    const rows = await this.postgres.ask<{ id: number; headline: string }>(
      "SELECT id, headline FROM listing",
    );
    for (const port of this.ports)
      for (const { id, headline } of rows) {
        const shown = await this.#headlineAt(port, id);
        if (shown !== headline)
          this.#checker.violate(`in the end listing ${id} was ${shown}, and is ${headline}`);
      }
  }
}

function through(line: FaultProxy | undefined, url: string): string {
  const proxied = new URL(url);
  proxied.port = String(line?.port);
  return proxied.href;
}

async function insertWorld(url: string): Promise<Pick<Assignment, "suburbs" | "listings" | "pair">> {
  const database = connectDatabase({
    DATABASE_URL: url,
    DATABASE_POOL_MAX: 2,
    DATABASE_CONNECT_TIMEOUT_MS: 5_000,
    DATABASE_STATEMENT_TIMEOUT_MS: 15_000,
  });
  try {
    const suburbs: { id: number; key: string }[] = [];
    for (const name of ["Ashby", "Birdwood", "Calder"]) {
      const { id, slug } = await insertLocality(database, { name });
      suburbs.push({ id, key: `nsw.${slug}` });
    }
    const listings: number[] = [];
    for (let n = 0; n < LISTINGS; n++) {
      const price = priceOf(0);
      const { id } = await insertListing(database, {
        localityId: suburbOf(0, suburbs).id,
        ...{ headline: headlineOf(0), priceLow: price, priceHigh: price },
      });
      listings.push(id);
    }
    return { suburbs, listings, pair: [listings[0] ?? 0, listings[1] ?? 0] };
  } finally {
    await database.$disconnect();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
