import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { readMixUrls } from "@/bench/load/stage-urls";
import { DATA } from "@/lib/platform/services/clone";

const URLS = 2_000;

/** Writes the written mix of the database at DATABASE_URL as a list of addresses, for other programs to ask (bench/k6/mix.js). */
export async function writeUrls({
  urls = URLS,
  out,
}: {
  readonly urls?: number;
  readonly out?: string;
}): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error("DATABASE_URL says whose listings are to be asked for; it is not set.");
  const file = `${out ?? `${DATA}/load`}/urls.json`;
  const { asked, distinct } = await readMixUrls(databaseUrl, urls);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(asked.map(({ path }) => path)));
  console.log(`${asked.length} addresses, ${distinct.length} of them different, are in ${file}.`);
}
