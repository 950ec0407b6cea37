import { type ChildProcess, spawn } from "node:child_process";
import { onTestFinished, vi } from "vitest";
import { CLONE } from "@/lib/platform/services/clone";
import { freePort } from "@/lib/platform/services/ports";
import { createTestDatabase } from "@/tests/support/database";
import { ANSWERED_BY } from "@/tests/support/listing-portal";
import { insertListing, insertLocality } from "@/tests/support/listings";

type Asked = { readonly by: number; readonly status: number; readonly text: string };

/** Two workers of a portal that share a port, and one listing. */
export type OwnFleet = {
  readonly primary: ChildProcess;
  readonly port: number;
  readonly metricsPort: number;
  /** Asks for the listing, or edits it, and says which process answered. */
  ask(init?: RequestInit): Promise<Asked>;
  /** What each process answers now, by its number. */
  askAll(): Promise<Map<number, string>>;
  figures(): Promise<string>;
};

/** Starts it, and waits until both answer; it is gone after the test. */
export async function startOwnFleet(): Promise<OwnFleet> {
  const tested = await createTestDatabase();
  const locality = await insertLocality(tested.database);
  const { id } = await insertListing(tested.database, { localityId: locality.id });
  const { DATABASE_URL, REDIS_URL = "" } = tested.runtime.env;
  const [port, metricsPort] = [await freePort(), await freePort()];
  const primary = spawnFleet({
    ...{ DATABASE_URL, REDIS_URL, PORT: String(port), METRICS_PORT: String(metricsPort) },
  });
  onTestFinished(async () => {
    primary.kill("SIGKILL");
    await tested.close();
  });
  const ask = async (init: RequestInit = {}) => {
    // What was handed to a worker as it was killed is answered by nobody.
    const signal = AbortSignal.timeout(5_000);
    // Each by a connection of its own: what answers the first request of one answers all of it.
    const headers = { connection: "close" };
    const response = await fetch(`http://127.0.0.1:${port}/${id}`, { ...init, headers, signal });
    const by = Number(response.headers.get(ANSWERED_BY));
    return { by, status: response.status, text: await response.text() };
  };
  const askAll = async () => {
    const answers = new Map<number, string>();
    for (let n = 0; n < 8; n++) {
      const { by, text } = await ask();
      answers.set(by, text);
    }
    return answers;
  };
  await vi.waitUntil(async () => (await askAll().catch(() => new Map())).size === 2, {
    timeout: 60_000,
    interval: 200,
  });
  const figures = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return { primary, port, metricsPort, ask, askAll, figures };
}

/** tests/support/fleet-server.ts with this environment. */
export function spawnFleet(env: Readonly<Record<string, string>>) {
  const settings = { NODE_ENV: "test", LOG_LEVEL: "error", WEB_CONCURRENCY: "2" };
  return spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", `${CLONE}/tests/support/fleet-server.ts`],
    {
      cwd: CLONE,
      env: { PATH: process.env.PATH, ...settings, ...env } as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
}
