import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { measureInTurns, percentile } from "@/bench/latency";
import { buildPortal, isBuilt } from "@/bin/launcher/build";
import { startPortal, untilReady } from "@/bin/launcher/portal";
import { connectClient } from "@/lib/platform/postgres-client";
import { DATA } from "@/lib/platform/services/clone";
import { freePort } from "@/lib/platform/services/ports";
import { startPostgres } from "@/lib/platform/services/postgres";
import { startRedis } from "@/lib/platform/services/redis";
import type { ServiceUrls } from "@/lib/platform/services/running-services";
import { migrate } from "@/prisma/migrate";
import { seed } from "@/prisma/seed/seed";

const REQUESTS = 200;
const FOLDER = `${DATA}/bench-baseline`;

type Case = { readonly name: string; readonly path: string };

type Setting = { readonly name: string; readonly settings: Readonly<Record<string, string>> };

/** Each row is measured under all of these: a portal each, on one database, asked in turn. No auditor, whose queries would be counted. */
const SETTINGS: readonly Setting[] = [
  { name: "no cache", settings: { CACHE_MEMORY: "off", CACHE_SHARED: "off", AUDIT_PER_SECOND: "0" } },
  { name: "Redis only", settings: { CACHE_MEMORY: "off", AUDIT_PER_SECOND: "0" } },
  { name: "memory", settings: { AUDIT_PER_SECOND: "0" } },
];

type Figures = { readonly p50: number; readonly p95: number; readonly queries: number };

/** Latency and queries of one request after another, for each kind of answer, without a cache and from each tier, in turns. Prints a table. */
export async function benchBaseline({ listings }: { listings: number }): Promise<void> {
  if (!isBuilt()) await buildPortal(() => {});
  const postgres = await startPostgres({ dataDir: `${FOLDER}/postgres`, throwaway: true });
  const redis = await startRedis({ logFile: `${FOLDER}/redis.log`, path: process.env.PATH ?? "" });
  try {
    await migrate(postgres.url);
    await seed(postgres.url, { listings });
    await withPortals({ databaseUrl: postgres.url, redisUrl: redis?.url }, async (origins) => {
      const cases = await chooseCases(origins[0] ?? "");
      const rows: (readonly Figures[])[] = [];
      for (const { path } of cases) rows.push(await measureCase(origins, path, postgres.url));
      printTable(listings, cases, rows);
    });
  } finally {
    await redis?.process.stop();
    await postgres.stop();
    await rm(FOLDER, { recursive: true, force: true });
  }
}

async function withPortals(
  urls: ServiceUrls,
  work: (origins: readonly string[]) => Promise<void>,
): Promise<void> {
  const portals: Awaited<ReturnType<typeof startPortal>>[] = [];
  try {
    for (const [index, { settings }] of SETTINGS.entries()) {
      const logFile = `${FOLDER}/portal-${index}.log`;
      const portal = await startPortal({ urls, port: await freePort(), logFile, settings });
      portals.push(portal);
      await untilReady(portal);
    }
    await work(portals.map(({ url }) => url));
  } finally {
    await Promise.all(portals.map(({ process }) => process.stop()));
  }
}

/** One path under each setting. */
async function measureCase(
  origins: readonly string[],
  path: string,
  databaseUrl: string,
): Promise<readonly Figures[]> {
  const urls = origins.map((origin) => `${origin}${path}`);
  const figures: Figures[] = [];
  for (const [index, took] of (await measureInTurns(urls, REQUESTS)).entries()) {
    const queries = await countQueries(urls[index] ?? "", databaseUrl);
    figures.push({ p50: percentile(took, 0.5), p95: percentile(took, 0.95), queries });
  }
  return figures;
}

function printTable(listings: number, cases: readonly Case[], rows: readonly (readonly Figures[])[]): void {
  console.log(
    `${listings} demo listings, one request at a time, ${REQUESTS} each, Node ${process.version}; p50 / p95 in ms, queries\n`,
  );
  console.log(`| answer | path | ${SETTINGS.map(({ name }) => name).join(" | ")} |`);
  console.log(`|---|---|${SETTINGS.map(() => "---|").join("")}`);
  for (const [row, { name, path }] of cases.entries())
    console.log(`| ${name} | \`${path}\` | ${(rows[row] ?? []).map(cellOf).join(" | ")} |`);
}

function cellOf({ p50, p95, queries }: Figures): string {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)}, ${queries}`;
}

async function chooseCases(origin: string): Promise<readonly Case[]> {
  const answer = await fetch(`${origin}/api/listings?channel=buy`);
  const { items } = (await answer.json()) as {
    items: readonly { id: number; slug: string; locality: { slug: string; region: { slug: string } } }[];
  };
  const [first] = items;
  if (!first) throw new Error("The demo has no listing for sale.");
  const place = `${first.locality.region.slug}/${first.locality.slug}`;
  return [
    { name: "home", path: "/" },
    { name: "results, everything for sale", path: "/buy" },
    { name: "results, one locality", path: `/buy/${place}` },
    { name: "results, filtered", path: "/buy/nsw?beds=3-&price=-1500000" },
    { name: "listing", path: `/listing/${first.slug}-${first.id}` },
    { name: "API, search", path: "/api/listings?channel=buy" },
    { name: "API, search of one locality", path: `/api/listings?channel=buy&locality=${place}` },
    { name: "API, listing", path: `/api/listings/${first.id}` },
    { name: "API, autocomplete", path: "/api/localities?q=new" },
  ];
}

/** Statements that Postgres logged for one request, without those that only open or close a transaction, and the polls of the journal. */
async function countQueries(url: string, databaseUrl: string): Promise<number> {
  const log = `${FOLDER}/postgres.log`;
  await logStatements(databaseUrl, true);
  const before = readFileSync(log, "utf8").length;
  await (await fetch(url)).arrayBuffer();
  const written = readFileSync(log, "utf8").slice(before);
  await logStatements(databaseUrl, false);
  const statements = written.match(
    /LOG: {2}(?:execute (?!journal_)[^:]*|statement): (?!BEGIN|COMMIT|ROLLBACK|ALTER SYSTEM|SELECT pg_reload)/g,
  );
  return statements?.length ?? 0;
}

async function logStatements(databaseUrl: string, isOn: boolean): Promise<void> {
  const client = await connectClient(databaseUrl);
  await client.query(`ALTER SYSTEM SET log_statement = ${isOn ? "'all'" : "'none'"}`);
  await client.query("SELECT pg_reload_conf()");
  // Sessions read the new setting when they next come to a statement; the reload itself takes a moment.
  await new Promise((resolve) => setTimeout(resolve, 200));
  await client.end();
}
