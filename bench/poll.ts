import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { Client } from "pg";
import { percentile } from "@/bench/latency";
import { ChangeClock } from "@/lib/cache/change-clock";
import { NOTHING_SEEN } from "@/lib/cache/snapshot";
import { CLOCK_LIMITS } from "@/lib/platform/cache-limits";
import { connectJournal, hangUp } from "@/lib/platform/journal-connection";
import { readJournal } from "@/lib/platform/journal-poll";
import { TAIL_LIMITS } from "@/lib/platform/journal-tail";
import { connectClient } from "@/lib/platform/postgres-client";
import { DATA } from "@/lib/platform/services/clone";
import { startPostgres } from "@/lib/platform/services/postgres";
import { migrate } from "@/prisma/migrate";

const POLLS = 1_000;
const FIRST_POLLS = 20;
const JOURNAL_ROWS = 1_000_000;
const ROWS_SINCE = 100_000;
/** Of database time, at the median, for each poll that follows another. */
const BOUND_MS = 0.7;
const FOLDER = `${DATA}/bench-poll`;

const CHANGES = `
  DO $$ BEGIN
    FOR n IN 1..{transactions} LOOP
      INSERT INTO cache_journal (tags)
      SELECT ARRAY['listing:' || n, 'card:' || n, 'search:buy', 'search:buy:region:1', 'search:buy:locality:' || n % 500]
        FROM generate_series(1, {rowsOfEach});
      COMMIT;
    END LOOP;
  END $$`;

type Figures = {
  readonly name: string;
  /** Milliseconds of each poll: as the process waits for it, and as Postgres works on it. */
  readonly roundTrip: readonly number[];
  readonly database: readonly number[];
};

/** What one poll of the journal costs, with a long journal and below an old transaction. Prints a table; throws beyond the bound. */
export async function benchPoll(): Promise<void> {
  const postgres = await startPostgres({ dataDir: `${FOLDER}/postgres`, throwaway: true });
  try {
    await migrate(postgres.url);
    const [writer, old] = [await connectClient(postgres.url), await connectClient(postgres.url)];
    const tail = await connectJournal(postgres.url, 60_000);
    await change(writer, JOURNAL_ROWS / 10, 10);
    // As autovacuum would have by now; it would else begin while polls are measured.
    await writer.query("ALTER TABLE cache_journal SET (autovacuum_enabled = off)");
    await writer.query("VACUUM (ANALYZE) cache_journal");
    const polls = [
      await measurePolls(`${count(JOURNAL_ROWS)} rows, nothing new`, tail),
      await measurePolls(`${count(JOURNAL_ROWS)} rows, one of them new`, tail, () => change(writer)),
    ];
    await old.query("BEGIN; SELECT cache_note('{listing:0}')");
    await change(writer, ROWS_SINCE);
    polls.push(
      await measurePolls(`a transaction open below ${count(ROWS_SINCE)} newer rows, nothing new`, tail),
      await measurePolls(`the same, one row new`, tail, () => change(writer)),
    );
    const first = await measureFirstPolls(`the first of a process, ${count(TAIL_LIMITS.rowsMax)} rows`, tail);
    printTable([...polls, first]);
    hangUp(tail);
    await Promise.all([writer.end(), old.end()]);
    for (const { name, database } of polls) requireWithinBound(name, percentile(database, 0.5));
  } finally {
    await postgres.stop();
    await rm(FOLDER, { recursive: true, force: true });
  }
}

async function change(writer: Client, transactions = 1, rowsOfEach = 1): Promise<void> {
  const sql = CHANGES.replace("{transactions}", String(transactions));
  await writer.query(sql.replace("{rowsOfEach}", String(rowsOfEach)));
}

/** Polls as the tail does, each from what the one before has seen. */
async function measurePolls(name: string, tail: Client, before = async () => {}): Promise<Figures> {
  const clock = new ChangeClock(CLOCK_LIMITS, () => {});
  const poll = async () => {
    const startedAtMs = performance.now();
    const reading = await readJournal(tail, clock.seen, TAIL_LIMITS);
    const tookMs = performance.now() - startedAtMs;
    clock.apply({ startedAtMs, ...reading });
    return tookMs;
  };
  await poll();
  return measure({ name, tail, polls: POLLS, before, poll });
}

async function measureFirstPolls(name: string, tail: Client): Promise<Figures> {
  const poll = async () => {
    const startedAtMs = performance.now();
    await readJournal(tail, NOTHING_SEEN, TAIL_LIMITS);
    return performance.now() - startedAtMs;
  };
  return measure({ name, tail, polls: FIRST_POLLS, before: async () => {}, poll });
}

/** Twice as many, since Postgres writing down how long it took is part of what a process would wait for. */
async function measure(run: {
  readonly name: string;
  readonly tail: Client;
  readonly polls: number;
  readonly before: () => Promise<void>;
  readonly poll: () => Promise<number>;
}): Promise<Figures> {
  const roundTrip: number[] = [];
  const series = async () => {
    for (let n = 0; n < run.polls; n++) {
      await run.before();
      roundTrip.push(await run.poll());
    }
  };
  await series();
  const alone = roundTrip.splice(0);
  await run.tail.query("SET log_min_duration_statement = 0");
  const offset = log().length;
  await series();
  await run.tail.query("RESET log_min_duration_statement");
  return { name: run.name, roundTrip: alone, database: databaseTimes(log().slice(offset)) };
}

/** Of each poll, what Postgres logged for its parts: a statement is parsed once, then bound and executed each time. */
function databaseTimes(written: string): readonly number[] {
  const times: number[] = [];
  let tookMs = 0;
  for (const [, ms, part] of written.matchAll(/duration: ([\d.]+) ms {2}(parse|bind|execute) journal_/g)) {
    tookMs += Number(ms);
    if (part !== "execute") continue;
    times.push(tookMs);
    tookMs = 0;
  }
  return times;
}

function log(): string {
  return readFileSync(`${FOLDER}/postgres.log`, "utf8");
}

function printTable(rows: readonly Figures[]): void {
  console.log(`Node ${process.version}; p50 / p95 in ms\n`);
  console.log("| poll | database | round trip |\n|---|---|---|");
  for (const { name, database, roundTrip } of rows)
    console.log(`| ${name} | ${cellOf(database)} | ${cellOf(roundTrip)} |`);
}

function cellOf(times: readonly number[]): string {
  return `${percentile(times, 0.5).toFixed(2)} / ${percentile(times, 0.95).toFixed(2)}`;
}

function count(rows: number): string {
  return rows.toLocaleString("en");
}

function requireWithinBound(name: string, medianMs: number): void {
  if (medianMs > BOUND_MS)
    throw new Error(
      `A poll (${name}) takes ${medianMs.toFixed(2)} ms of the database; at most ${BOUND_MS} ms are allowed.`,
    );
}
