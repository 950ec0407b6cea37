import { Chance } from "./chance";
import { demandOf, faultOf, tornPairIn } from "./checker";
import type { Core } from "./core";
import { Database } from "./database";
import { Portal, type PortalSettings, type Question } from "./portal";
import { Redis } from "./redis";
import { Timeline } from "./timeline";

export type Variant = { readonly tailsById: boolean; readonly loadsInTwoStatements: boolean };

export const SOUND: Variant = { tailsById: false, loadsInTwoStatements: false };

export type Report = {
  readonly seed: number;
  /** What was wrong, in words; empty when nothing was. */
  readonly faults: readonly string[];
  readonly reads: number;
  readonly staleReads: number;
  readonly failedReads: number;
  readonly commits: number;
};

const TAGS = ["a", "b", "c", "d"] as const;
const LENGTH_MS = 1_400;
const SETTLING_MS = 400;

/** One simulated run of a few processes for a few seconds; everything in it follows from the seed. */
export async function runSchedule(core: Core, seed: number, variant: Variant = SOUND): Promise<Report> {
  const schedule = new Schedule(core, seed, variant);
  return schedule.run();
}

class Schedule {
  readonly #seed: number;
  readonly #chance: Chance;
  readonly #timeline = new Timeline();
  readonly #database: Database;
  readonly #redis: Redis;
  readonly #portals: Portal[] = [];
  readonly #ownWrites = new Map<Portal, Map<string, number>>();
  readonly #questions: readonly Question[];
  readonly #makePortal: () => Portal;
  readonly #faults: string[] = [];
  #reads = 0;
  #staleReads = 0;
  #failedReads = 0;

  constructor(core: Core, seed: number, variant: Variant) {
    this.#seed = seed;
    this.#chance = new Chance(seed);
    const chance = this.#chance;
    this.#database = new Database(() => this.#timeline.now, variant);
    const isRough = chance.is(0.5);
    this.#redis = new Redis(this.#timeline, chance, {
      fails: isRough ? 0.1 : 0,
      hangs: isRough ? 0.02 : 0,
      lies: isRough ? 0.1 : 0,
      delayMaxMs: chance.of([1, 5, 40]),
    });
    this.#questions = questionsOf(chance);
    const settings = settingsOf(core, chance, variant);
    const world = { timeline: this.#timeline, chance, database: this.#database, redis: this.#redis };
    this.#makePortal = () => new Portal(core, world, settings);
  }

  async run(): Promise<Report> {
    const portals = this.#chance.between(1, 3);
    for (let count = 0; count < portals; count++) this.#boot();
    for (const [happening, most] of this.#happenings())
      this.#scatter(happening, this.#chance.between(0, most));
    for (const portal of this.#portals) this.#scatter(() => this.#read(portal), this.#chance.between(10, 30));
    await this.#timeline.runUntil(LENGTH_MS + SETTLING_MS);
    return {
      seed: this.#seed,
      faults: this.#faults,
      reads: this.#reads,
      staleReads: this.#staleReads,
      failedReads: this.#failedReads,
      commits: this.#database.commits.length,
    };
  }

  #happenings(): readonly (readonly [() => void, number])[] {
    const chance = this.#chance;
    const anyone = () => chance.of(this.#portals);
    return [
      [() => void this.#writeElsewhere(), 10],
      [() => void this.#write(anyone()), 8],
      [() => anyone().site.stopFor(chance.between(10, 900)), 1],
      [() => this.#cutOff(anyone()), 1],
      [() => this.#oversleep(anyone()), 1],
      [() => this.#crashAfterIdleIds(), 1],
      [() => this.#database.recordRetention(), 2],
      [() => this.#database.prune(), 1],
      [() => this.#restoreLater(), chance.is(0.2) ? 1 : 0],
      [() => this.#takeRedisAway(), 1],
      [() => this.#redis.restore(new Map()), 1],
      [() => this.#restoreRedisLater(), 1],
      [() => this.#switchTier(anyone()), 1],
      [() => this.#boot(), chance.is(0.3) ? 1 : 0],
    ];
  }

  #scatter(happening: () => void, times: number): void {
    for (let count = 0; count < times; count++)
      this.#timeline.after(this.#chance.between(0, LENGTH_MS), happening);
  }

  #boot(): void {
    const portal = this.#makePortal();
    this.#portals.push(portal);
    this.#ownWrites.set(portal, new Map());
    if (this.#timeline.now > 0) this.#scatter(() => this.#read(portal), 10);
  }

  #read(portal: Portal): void {
    portal.site.after(0, () => {
      if (this.#chance.is(0.1)) void this.#askMany(portal);
      // A crowd asks at once, so that flights are shared.
      else
        for (let count = this.#chance.of([1, 1, 3]); count > 0; count--)
          void this.#ask(portal, this.#chance.of(this.#questions));
    });
  }

  async #ask(portal: Portal, question: Question): Promise<void> {
    const demand = this.#demandOf(portal, question);
    try {
      const { value, isStale } = await portal.ask(question);
      this.#count(isStale);
      if (isStale) return;
      this.#note(faultOf(this.#database, demand, value));
      if (question.inner === null) this.#note(tornPairIn(this.#database, value));
    } catch {
      this.#failedReads++;
    }
  }

  /** Batch reads say nothing of staleness, so only those are checked that nothing stale could have answered. */
  async #askMany(portal: Portal): Promise<void> {
    const questions = this.#questions.filter(({ inner }) => inner === null);
    try {
      await portal.askMany(questions);
    } catch {
      this.#failedReads++;
    }
  }

  #demandOf(portal: Portal, question: Question) {
    const tags = [
      ...question.declared,
      ...question.found,
      ...(question.inner?.declared ?? []),
      ...(question.inner?.found ?? []),
    ];
    return demandOf(this.#database, tags, this.#timeline.now, this.#ownWrites.get(portal) ?? new Map());
  }

  #count(isStale: boolean): void {
    this.#reads++;
    if (isStale) this.#staleReads++;
  }

  #note(fault: string | undefined): void {
    if (fault !== undefined) this.#faults.push(fault);
  }

  /** A transaction of somebody who tells nobody; it may be long, empty, or rolled back. */
  async #writeElsewhere(): Promise<number> {
    const { between, is, of } = bound(this.#chance);
    const database = this.#database;
    const xid = database.begin();
    const writes = is(0.15) ? 0 : between(1, 2);
    for (let count = 0; count < writes; count++) {
      await this.#timeline.wait(between(0, 20));
      database.write(xid, of(TAGS));
    }
    await this.#timeline.wait(is(0.2) ? between(100, 1_500) : between(0, 30));
    if (is(0.2)) database.abort(xid);
    else return database.commit(xid)?.sequence ?? 0;
    return 0;
  }

  /** A write of one of the processes: acknowledged once it has caught up, or has given up trust. */
  async #write(portal: Portal): Promise<void> {
    const sequence = await this.#writeElsewhere();
    if (sequence === 0) return;
    await portal.site.wait(0);
    if (!(await portal.tail.catchUp())) portal.clock.distrust(this.#timeline.now);
    const commit = this.#database.commits.find((known) => known.sequence === sequence);
    for (const other of this.#portals)
      if (this.#chance.is(0.8))
        other.site.after(this.#chance.between(0, 10), () => other.hear(commit?.tags ?? []));
    const own = this.#ownWrites.get(portal);
    for (const tag of commit?.tags ?? []) own?.set(tag, Math.max(own.get(tag) ?? 0, sequence));
  }

  /** Away from the database, or only from its journal: then what it loads is new, and it can't know what became old. */
  #cutOff(portal: Portal): void {
    portal.tail.isDeaf = true;
    portal.isCutOff = this.#chance.is(0.4);
    this.#timeline.after(this.#chance.between(50, 1_200), () => {
      portal.tail.isDeaf = false;
      portal.isCutOff = false;
    });
  }

  /** kill -9 of the database shortly after ids were given out that never became durable: they are given out again. */
  #crashAfterIdleIds(): void {
    const idle = [this.#database.begin(), this.#database.begin(), this.#database.begin()];
    for (const xid of idle) this.#database.abort(xid);
    this.#timeline.after(this.#chance.between(0, 200), () => {
      this.#database.crash();
      void this.#writeElsewhere();
      void this.#writeElsewhere();
    });
  }

  /** A process sleeps while something changes and the journal of it is pruned. */
  #oversleep(portal: Portal): void {
    const sleepMs = this.#chance.between(300, 900);
    portal.site.stopFor(sleepMs);
    void this.#writeElsewhere();
    this.#timeline.after(sleepMs - 10, () => {
      this.#database.recordRetention();
      this.#database.prune();
    });
  }

  #restoreLater(): void {
    const image = this.#database.image();
    this.#timeline.after(this.#chance.between(50, 800), () => {
      this.#database.restore(image);
      for (const own of this.#ownWrites.values()) own.clear();
    });
  }

  #takeRedisAway(): void {
    this.#redis.isAway = true;
    this.#timeline.after(this.#chance.between(50, 1_500), () => {
      this.#redis.isAway = false;
    });
  }

  #restoreRedisLater(): void {
    const image = this.#redis.image();
    this.#timeline.after(this.#chance.between(50, 1_500), () => this.#redis.restore(image));
  }

  #switchTier(portal: Portal): void {
    const name = this.#chance.of(["memory", "shared"] as const);
    portal.cache.switchTier(name, false);
    this.#timeline.after(this.#chance.between(50, 1_000), () => portal.cache.switchTier(name, true));
  }
}

function bound(chance: Chance): Pick<Chance, "between" | "is" | "of"> {
  return {
    between: (least, most) => chance.between(least, most),
    is: (probability) => chance.is(probability),
    of: (choices) => chance.of(choices),
  };
}

function questionsOf(chance: Chance): readonly Question[] {
  const plain = TAGS.map((tag) => ({ key: tag, declared: [tag], found: [], inner: null }));
  const pair = [chance.of(TAGS), chance.of(TAGS)];
  const wide = { key: "wide", declared: pair.slice(0, 1), found: pair.slice(1), inner: null };
  const outer = { key: "outer", declared: [chance.of(TAGS)], found: [], inner: chance.of([...plain, wide]) };
  return chance
    .of([
      [plain[0], wide],
      [wide, outer],
      [...plain, wide, outer],
    ])
    .flatMap((question) => question ?? []);
}

function settingsOf(core: Core, chance: Chance, { loadsInTwoStatements }: Variant): PortalSettings {
  return {
    limits: {
      ...core.DEFAULT_LIMITS,
      entriesMax: chance.of([1, 3, 100]),
      loadsMax: chance.of([1, 4, 16]),
      loadWaitMs: 500,
      leaseWaitMs: chance.of([50, 500]),
      loadSoftMs: chance.of([30, 400, 2_000]),
      loadHardMs: chance.of([300, 2_000]),
      renewalsMax: chance.of([0, 4]),
      renewalRetryMs: chance.of([0, 100, 1_000]),
      catchUpMs: chance.of([50, 200]),
      catchUpRetryMs: chance.of([0, 500]),
    },
    lifetime: {
      reason: "simulated",
      freshForMs: chance.of([20, 300, 5_000]),
      staleForMs: chance.of([0, 100, 5_000]),
      usableForMs: chance.of([0, 5_000]),
      jitter: 0.2,
    },
    loadFails: chance.of([0, 0, 0, 0.1]),
    loadMaxMs: chance.of([2, 40, 300]),
    loadsInTwoStatements,
  };
}
