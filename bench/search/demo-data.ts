import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { isAppError } from "@/lib/errors";
import { connectClient } from "@/lib/platform/postgres-client";
import { createProgress } from "@/lib/platform/progress";
import { migrate } from "@/prisma/migrate";
import { growDemo } from "@/prisma/seed/grow-demo";

/** The listings as they were loaded; what is measured is a copy, so that every run begins with the same. */
export const LOADED = "verandah";
const MEASURED = "measured";
/** Older, and few of its listings are new any more or have inspections to come. */
const KEPT_DAYS_MAX = 3;
const DAY_MS = 86_400_000;

const NOTE = z.object({ loadedAt: z.string() });

export type Loading = {
  /** Of the loaded database. */
  readonly url: string;
  /** Where it lies; a note there says when it was loaded, once it is complete. */
  readonly folder: string;
  readonly listings: number;
  readonly log: (line: string) => void;
};

/** Sees to it that the loaded database has this many demonstration listings, of the newest schema, vacuumed and analyzed. What was kept of an earlier run stays if it fits. */
export async function loadDemo(loading: Loading): Promise<void> {
  const { url, folder, listings, log } = loading;
  const noteFile = `${folder}/loaded.json`;
  const keptSince = await findKept(loading, readNote(noteFile));
  if (keptSince !== null) {
    log(`${listings.toLocaleString("en")} listings are kept in ${folder} since ${keptSince}`);
    return;
  }
  rmSync(noteFile, { force: true });
  await withServer(url, async (query) => {
    await query(`DROP DATABASE IF EXISTS ${LOADED} WITH (FORCE)`);
    await query(`CREATE DATABASE ${LOADED}`);
  });
  const loadedAt = new Date().toISOString();
  await migrate(url);
  const progress = createProgress("listings", listings, process.stderr, { unit: "listings" });
  await growDemo(url, { listings, at: progress.at, log }).finally(() => progress.end());
  await vacuum(url, log);
  writeFileSync(noteFile, JSON.stringify({ loadedAt } satisfies Note));
}

/** Copies what was loaded, file by file, as it lies there. */
export async function copyLoaded(url: string): Promise<void> {
  await withServer(url, async (query) => {
    await query(`DROP DATABASE IF EXISTS ${MEASURED} WITH (FORCE)`);
    await query(`CREATE DATABASE ${MEASURED} TEMPLATE ${LOADED} STRATEGY file_copy`);
  });
}

/** The URL of the copy, by that of what was loaded. */
export function copyOf(url: string): string {
  return onDatabase(url, MEASURED);
}

export async function dropCopy(url: string): Promise<void> {
  await withServer(url, (query) => query(`DROP DATABASE IF EXISTS ${MEASURED} WITH (FORCE)`));
}

type Note = z.infer<typeof NOTE>;

function readNote(file: string): Note | undefined {
  if (!existsSync(file)) return undefined;
  return NOTE.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
}

/** Since when there is what fits; null when there is nothing. */
async function findKept({ url, listings, log }: Loading, note: Note | undefined): Promise<string | null> {
  if (note === undefined) return null;
  if (Date.now() - Date.parse(note.loadedAt) > KEPT_DAYS_MAX * DAY_MS) {
    log(`what was loaded ${note.loadedAt} is out of date: it is loaded anew`);
    return null;
  }
  try {
    const { applied } = await migrate(url, { log });
    if ((await countListings(url)) !== listings) return null;
    if (applied.length > 0) await vacuum(url, log);
    return note.loadedAt;
  } catch (thrown) {
    if (!isAppError(thrown) || thrown.code !== "conflict") throw thrown;
    log(`the kept database has another schema: it is loaded anew (${thrown.message})`);
    return null;
  }
}

async function countListings(url: string): Promise<number> {
  const client = await connectClient(url);
  try {
    const { rows } = await client.query<{ count: string }>("SELECT count(*) FROM listing");
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
}

async function vacuum(url: string, log: (line: string) => void): Promise<void> {
  log("VACUUM (ANALYZE)");
  const client = await connectClient(url);
  await client.query("VACUUM (ANALYZE)").finally(() => client.end());
}

async function withServer(
  url: string,
  work: (query: (sql: string) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const client = await connectClient(onDatabase(url, "postgres"));
  try {
    await work((sql) => client.query(sql));
  } finally {
    await client.end();
  }
}

function onDatabase(url: string, name: string): string {
  const named = new URL(url);
  named.pathname = `/${name}`;
  return named.href;
}
