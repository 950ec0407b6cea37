import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Stage } from "@/bench/search/stage";
import { freePort } from "@/lib/platform/services/ports";
import { type ServiceProcess, startService, tailOf } from "@/lib/platform/services/service-process";

const BARE_SERVER = fileURLToPath(new URL("../../peers/bare-server.ts", import.meta.url));
const STOCK_NEXT = fileURLToPath(new URL("../../peers/stock-next", import.meta.url));
const NEXT = fileURLToPath(new URL("../../../node_modules/next/dist/bin/next", import.meta.url));
const READY_WAIT_MS = 60_000;
const PORT = z.object({ port: z.number() });

export type Started = { readonly origin: string; readonly pid: number; stop(): Promise<void> };

/** A server that sends what another answers at these addresses now, and does nothing else. */
export async function startBareServer(
  origin: string,
  paths: readonly string[],
  { folder }: Stage,
): Promise<Started> {
  const pathsFile = `${folder}/bare-paths.json`;
  writeFileSync(pathsFile, JSON.stringify(paths));
  const child = fork(BARE_SERVER, [origin, pathsFile], { execArgv: ["--import", "tsx"] });
  const isGone = once(child, "exit").then(() => {
    throw new Error("The bare server ended before it was ready; what it said is above.");
  });
  // It ends some day, when nobody waits any more.
  isGone.catch(() => {});
  const [message] = await Promise.race([once(child, "message"), isGone]);
  const { port } = PORT.parse(message);
  if (child.pid === undefined) throw new Error("The bare server has no process.");
  return {
    ...{ origin: `http://127.0.0.1:${port}`, pid: child.pid },
    async stop() {
      const ended = once(child, "exit");
      if (child.kill()) await ended;
    },
  };
}

/** The application in bench/peers/stock-next, as `next build` and `next start` make it. */
export async function startStockNext({ databaseUrl, folder, stack }: Stage): Promise<Started> {
  const port = await freePort();
  const run = (name: string, args: readonly string[]) =>
    startService({
      ...{ name, command: process.execPath, args: [NEXT, ...args], cwd: STOCK_NEXT },
      logFile: `${folder}/${name.replaceAll(" ", "-")}.log`,
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        DATABASE_URL: databaseUrl,
      },
      stopSignals: [["SIGTERM", 5_000]],
      onStart: (process) => stack.add(process, { mayEnd: true }),
    });
  const build = await run("stock next build", ["build"]);
  const how = await build.ended;
  if (how !== "exit code 0")
    throw new Error(`The stock application was not built (${how}):\n${tailOf(build.logFile)}`);
  const server = await run("stock next", ["start", "--hostname", "127.0.0.1", "--port", String(port)]);
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(origin, server);
  return { origin, pid: server.pid, stop: () => server.stop() };
}

async function untilAnswers(origin: string, { logFile }: ServiceProcess): Promise<void> {
  for (const deadline = Date.now() + READY_WAIT_MS; Date.now() < deadline; ) {
    try {
      await (await fetch(origin)).arrayBuffer();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`The stock application does not answer:\n${tailOf(logFile)}`);
}
