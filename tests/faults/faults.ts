import type { Redis } from "ioredis";
import { connectClient } from "@/lib/platform/postgres-client";
import type { Worker } from "@/tests/faults/fleet";
import type { FaultMode, FaultProxy } from "@/tests/support/fault-proxy";
import type { OwnPostgres } from "@/tests/support/own-postgres";

/** What a fault run can do harm to. */
export type Stage = {
  readonly random: () => number;
  readonly redisLine: FaultProxy;
  /** Past the proxy. */
  readonly redis: Redis;
  readonly postgres: OwnPostgres;
  /** One for each reader, in their order. */
  readonly readerLines: readonly FaultProxy[];
  readonly readers: readonly Worker[];
  readonly writers: readonly Worker[];
  restartReader(index: number): Promise<void>;
  restartWriter(index: number): Promise<void>;
  restartPostgres(): Promise<void>;
  restartRedis(): Promise<void>;
  /** What Redis held some time ago. */
  readonly oldDump: Map<string, Buffer>;
};

type Fault = (stage: Stage) => Promise<void>;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function during(line: (stage: Stage) => FaultProxy, mode: FaultMode, ms: number): Fault {
  return async (stage) => {
    const chosen = line(stage);
    chosen.set(mode);
    await wait(ms);
    chosen.set({ kind: "pass" });
    // What was swallowed leaves both sides waiting: a network that is back has new connections.
    chosen.cutAll();
  };
}

function anyOf<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is none.");
  return item;
}

const IDS_TAKEN = 200;

/** Transactions that take an id each and leave nothing. */
async function takeIds(postgres: OwnPostgres): Promise<void> {
  const client = await connectClient(postgres.url());
  for (let n = 0; n < IDS_TAKEN; n++)
    await client.query("BEGIN; SELECT pg_current_xact_id(); ROLLBACK").catch(() => {});
  await client.end();
}

const redisLine = ({ redisLine: line }: Stage) => line;
const aReadersLine = ({ readerLines, random }: Stage) => anyOf(readerLines, random);

/** Every kind of fault by its name. The first ones come more often: the others cost seconds of a restart. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  "redis: latency": during(redisLine, { kind: "latency", ms: 30 }, 600),
  "redis: too late": during(redisLine, { kind: "latency", ms: 200 }, 600),
  "redis: cut": async ({ redisLine: line }) => line.cutAll(),
  "redis: black hole": during(redisLine, { kind: "black-hole" }, 800),
  "redis: refused": during(redisLine, { kind: "refuse" }, 600),
  "redis: garbage": during(redisLine, { kind: "garbage" }, 400),
  "redis: slow close": during(redisLine, { kind: "slow-close", ms: 150 }, 500),
  "redis: emptied": async ({ redis }) => void (await redis.flushall()),
  "redis: an old image restored": async ({ redis, oldDump }) => {
    for (const [key, dump] of oldDump) await redis.restore(key, 600_000, dump, "REPLACE").catch(() => {});
    oldDump.clear();
    for (const key of await redis.keys("verandah:q:*")) {
      const dump = await redis.dumpBuffer(key);
      if (dump !== null) oldDump.set(key, dump);
    }
  },
  "redis: connections killed": async ({ redis }) =>
    void (await redis.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")),
  "postgres: a process cut off": during(aReadersLine, { kind: "refuse" }, 700),
  "postgres: a process in a black hole": during(aReadersLine, { kind: "black-hole" }, 900),
  "postgres: latency for a process": during(aReadersLine, { kind: "latency", ms: 40 }, 800),
  "postgres: connections cut": async (stage) => aReadersLine(stage).cutAll(),
  "a reader stopped": async ({ readers, random }) => {
    const { process: child } = anyOf(readers, random);
    child.kill("SIGSTOP");
    await wait(300 + 900 * random());
    child.kill("SIGCONT");
  },
  "a writer killed between commit and publish": async ({ writers, random, restartWriter }) => {
    const index = Math.floor(random() * writers.length);
    const writer = writers[index];
    if (writer === undefined) return;
    const isGone = new Promise((resolve) => writer.process.once("exit", resolve));
    writer.send({ kind: "die-after-commit" });
    await Promise.race([isGone, wait(3_000)]);
    await restartWriter(index);
  },
  "a reader killed": async ({ readers, random, restartReader }) => {
    await restartReader(Math.floor(random() * readers.length));
  },
  "redis: restarted": async ({ restartRedis }) => restartRedis(),
  "postgres: crashed and restarted": async ({ postgres, restartPostgres, writers }) => {
    // Ids that were given out and are not on disk are given out again afterwards; a commit would bring them there.
    for (const { process: child } of writers) child.kill("SIGSTOP");
    await wait(50);
    await takeIds(postgres);
    await wait(150);
    await postgres.crash();
    for (const { process: child } of writers) child.kill("SIGCONT");
    await wait(300);
    await restartPostgres();
  },
  "postgres: a standby promoted": async ({ postgres, restartPostgres }) => {
    await postgres.stop();
    postgres.becomeStandby();
    await restartPostgres();
    await wait(300);
    await postgres.ask("SELECT pg_promote()");
  },
  "postgres: a snapshot of its storage restored": async (stage) => {
    const { postgres, restartPostgres, writers } = stage;
    // Nothing that was acknowledged may be lost by it, so nobody writes meanwhile.
    await Promise.all(writers.map((writer) => writer.kill()));
    await postgres.stop();
    const restore = postgres.copy();
    await restartPostgres();
    await takeIds(postgres);
    // The processes see those ids, which will be given out again, once a change has a later one.
    await postgres.ask("SELECT cache_note('{nothing}')");
    await wait(600);
    await postgres.stop();
    restore();
    await restartPostgres();
    // As docs/operations.md has it: bin/verandah cache restored.
    await postgres.ask("UPDATE cache_state SET epoch = epoch + 1");
    for (const index of writers.keys()) await stage.restartWriter(index);
  },
};
