import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { connectClient } from "@/lib/platform/postgres-client";
import { DATA } from "@/lib/platform/services/clone";
import { type EmbeddedPostgres, startPostgres } from "@/lib/platform/services/postgres";
import { placePostgres } from "@/lib/platform/services/postgres-place";
import { migrate } from "@/prisma/migrate";

/** A server of the test's own, to crash, copy and promote. Its URL stays the same while its port is free. */
export type OwnPostgres = {
  url(): string;
  ask<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  start(): Promise<void>;
  /** Ends it properly. */
  stop(): Promise<void>;
  /** As a power cut would: no process of it has time for a last word. */
  crash(): Promise<void>;
  /** Copies the data of a stopped server; what answers puts the copy in its place. */
  copy(): () => void;
  /** Makes the stopped server a standby that waits for a primary which never speaks. */
  becomeStandby(): void;
  remove(): Promise<void>;
};

export async function startOwnPostgres(
  options: { readonly settings?: Readonly<Record<string, string>>; readonly isMigrated?: boolean } = {},
): Promise<OwnPostgres> {
  mkdirSync(DATA, { recursive: true });
  const folder = mkdtempSync(join(DATA, "own-postgres-"));
  const dataDir = join(folder, "postgres");
  // Outside the clone for root; see postgres-place.ts.
  const placed = placePostgres(dataDir, () => {}).dataDir;
  let running: EmbeddedPostgres = await startPostgres({ dataDir });
  const own: OwnPostgres = {
    url: () => running.url,
    async ask(sql, values = []) {
      const client = await connectClient(running.url);
      try {
        return (await client.query(sql, [...values])).rows;
      } finally {
        await client.end();
      }
    },
    async start() {
      running = await startPostgres({ dataDir });
    },
    stop: () => running.stop(),
    async crash() {
      process.kill(running.process.pid, "SIGKILL");
      await running.process.ended;
    },
    copy() {
      const copied = `${placed}.copy`;
      rmSync(copied, { recursive: true, force: true });
      execFileSync("cp", ["-a", placed, copied]);
      return () => {
        rmSync(placed, { recursive: true, force: true });
        execFileSync("cp", ["-a", copied, placed]);
      };
    },
    becomeStandby() {
      // Owned like its neighbours: the server reads it as another user than this process.
      execFileSync("cp", ["-a", join(placed, "PG_VERSION"), join(placed, "standby.signal")]);
    },
    async remove() {
      await running.stop({ hurry: true });
      for (const left of [placed, `${placed}.copy`, folder]) rmSync(left, { recursive: true, force: true });
    },
  };
  for (const [name, value] of Object.entries(options.settings ?? {}))
    await own.ask(`ALTER SYSTEM SET ${name} = '${value}'`);
  if (options.settings) {
    await own.stop();
    await own.start();
  }
  if (options.isMigrated !== false) await migrate(own.url());
  return own;
}
