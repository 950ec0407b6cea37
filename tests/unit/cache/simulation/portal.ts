import { AsyncLocalStorage } from "node:async_hooks";
import type { ChangeClock } from "@/lib/cache/change-clock";
import type { Limits } from "@/lib/cache/limits";
import type { Scope } from "@/lib/cache/load-scope";
import type { Read } from "@/lib/cache/read";
import type { Chance } from "./chance";
import type { Core, SimulatedCache } from "./core";
import type { Content, Database } from "./database";
import type { Redis } from "./redis";
import { Site } from "./site";
import { Tail } from "./tail";
import type { Timeline } from "./timeline";

/** A question of the simulated portal: tags that it declares, tags that it finds while loading, and a question that it asks in turn. */
export type Question = {
  readonly key: string;
  readonly declared: readonly string[];
  readonly found: readonly string[];
  readonly inner: Question | null;
};

/** One for all: each that is in use costs every promise of the process. */
const SCOPES = new AsyncLocalStorage<Scope>();

const SINK_FAILURE = new Error("A sink that fails must not fail a read.");

export type PortalSettings = {
  readonly limits: Limits;
  readonly lifetime: Read<Content>["lifetime"];
  readonly loadFails: number;
  readonly loadMaxMs: number;
  readonly loadsInTwoStatements: boolean;
};

/** One process: cache, clock and tail on the shared database and Redis. */
export class Portal {
  readonly site: Site;
  readonly cache: SimulatedCache;
  readonly clock: ChangeClock;
  readonly tail: Tail;
  /** Its loads fail. */
  isCutOff = false;
  readonly #database: Database;
  readonly #chance: Chance;
  readonly #settings: PortalSettings;

  constructor(
    core: Core,
    world: { timeline: Timeline; chance: Chance; database: Database; redis: Redis },
    settings: PortalSettings,
  ) {
    this.site = new Site(world.timeline, world.chance);
    this.#database = world.database;
    this.#chance = world.chance;
    this.#settings = settings;
    const clockLimits = { tagsMax: world.chance.between(1, 6), xidsPerTagMax: world.chance.between(1, 3) };
    this.clock = new core.ChangeClock(clockLimits, () => {});
    this.tail = new Tail(this.site, world.database, this.clock, world.chance);
    this.cache = core.createCache({
      clock: this.clock,
      catchUp: this.tail.catchUp,
      tier: world.redis,
      lease: world.redis,
      carrier: SCOPES,
      host: this.site,
      observe: () => {
        throw SINK_FAILURE;
      },
      limits: settings.limits,
    });
    this.tail.start();
  }

  /** Hears over Redis that something changed. */
  hear(tags: readonly string[]): void {
    if (this.cache.forget === undefined) void this.tail.catchUp();
    else this.cache.forget(tags);
  }

  ask(question: Question): Promise<{ readonly value: Content; readonly isStale: boolean }> {
    return this.cache.readWithProvenance(this.#read(question), ({ addTags }) =>
      this.#load(question, addTags),
    );
  }

  askMany(questions: readonly Question[]): Promise<Content[]> {
    const byKey = new Map(questions.map((question) => [question.key, question]));
    return this.cache.readMany(
      questions.map((question) => this.#read(question)),
      async (missing, { addTags }) => {
        const asked = missing.flatMap(({ key }) => byKey.get(key) ?? []);
        const tags = asked.flatMap(({ declared, found }) => [...declared, ...found]);
        const all = await this.#query(tags);
        addTags(...asked.flatMap(({ found }) => found));
        return asked.map(({ declared, found }) => pick(all, [...declared, ...found]));
      },
    );
  }

  #read({ key, declared }: Question): Read<Content> {
    const parse = (stored: unknown) => {
      if (typeof stored !== "object" || stored === null) throw new Error("not content");
      return stored as Content;
    };
    return {
      key,
      tags: declared,
      lifetime: this.#settings.lifetime,
      shape: { name: "content", version: 1, parse },
    };
  }

  async #load({ declared, found, inner }: Question, addTags: (...tags: string[]) => void): Promise<Content> {
    const content = await this.#query([...declared, ...found]);
    addTags(...found);
    return inner === null ? content : { ...(await this.ask(inner)).value, ...content };
  }

  async #query(tags: readonly string[]): Promise<Content> {
    const { loadMaxMs, loadFails, loadsInTwoStatements } = this.#settings;
    await this.site.wait(this.#chance.between(0, loadMaxMs));
    if (this.isCutOff || this.#chance.is(loadFails)) throw new Error("The database is away.");
    const halves = loadsInTwoStatements ? [tags.slice(0, 1), tags.slice(1)] : [tags];
    let content: Content = {};
    for (const half of halves) {
      content = { ...content, ...this.#database.read(half) };
      await this.site.wait(this.#chance.between(0, loadMaxMs));
    }
    return content;
  }
}

function pick(content: Content, tags: readonly string[]): Content {
  return Object.fromEntries(tags.map((tag) => [tag, content[tag] ?? 0]));
}
