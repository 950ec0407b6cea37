import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { measureLatency, percentile } from "@/bench/latency";
import { buildPortal, isBuilt } from "@/bin/launcher/build";
import { startPortal, untilReady } from "@/bin/launcher/portal";
import { connectClient } from "@/lib/platform/postgres-client";
import { DATA } from "@/lib/platform/services/clone";
import { freePort } from "@/lib/platform/services/ports";
import { startPostgres } from "@/lib/platform/services/postgres";
import { migrate } from "@/prisma/migrate";
import { seed } from "@/prisma/seed/seed";

const REQUESTS = 200;
const FOLDER = `${DATA}/bench-baseline`;

type Case = { readonly name: string; readonly path: string };

/** The portal without any cache: latency and queries of one request after another, for each kind of answer. Prints a table. */
export async function benchBaseline({ listings }: { listings: number }): Promise<void> {
  if (!isBuilt()) await buildPortal(() => {});
  const postgres = await startPostgres({ dataDir: `${FOLDER}/postgres`, throwaway: true });
  try {
    await migrate(postgres.url);
    await seed(postgres.url, { listings });
    const port = await freePort();
    const portal = await startPortal({
      urls: { databaseUrl: postgres.url },
      port,
      logFile: `${FOLDER}/portal.log`,
    });
    try {
      await untilReady(portal);
      await printTable(portal.url, { listings, databaseUrl: postgres.url });
    } finally {
      await portal.process.stop();
    }
  } finally {
    await postgres.stop();
    await rm(FOLDER, { recursive: true, force: true });
  }
}

async function printTable(
  origin: string,
  { listings, databaseUrl }: { listings: number; databaseUrl: string },
) {
  const cases = await chooseCases(origin);
  console.log(
    `${listings} demo listings, no cache, one request at a time, ${REQUESTS} each, Node ${process.version}\n`,
  );
  console.log("| answer | path | p50 ms | p95 ms | queries |\n|---|---|---|---|---|");
  for (const { name, path } of cases) {
    const took = await measureLatency(`${origin}${path}`, REQUESTS);
    const queries = await countQueries(`${origin}${path}`, databaseUrl);
    console.log(
      `| ${name} | \`${path}\` | ${percentile(took, 0.5).toFixed(1)} | ${percentile(took, 0.95).toFixed(1)} | ${queries} |`,
    );
  }
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

/** Statements that Postgres logged for one request, without those that only open or close a transaction. */
async function countQueries(url: string, databaseUrl: string): Promise<number> {
  const log = `${FOLDER}/postgres.log`;
  await logStatements(databaseUrl, true);
  const before = readFileSync(log, "utf8").length;
  await (await fetch(url)).arrayBuffer();
  const written = readFileSync(log, "utf8").slice(before);
  await logStatements(databaseUrl, false);
  const statements = written.match(
    /LOG: {2}(?:execute [^:]*|statement): (?!BEGIN|COMMIT|ROLLBACK|ALTER SYSTEM|SELECT pg_reload)/g,
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
