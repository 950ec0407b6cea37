import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** What each process of a crowd is to do, all from one instant on. */
export type CrowdOrder = { readonly beginAt: number } & (
  | { readonly kind: "one-key"; readonly key: string; readonly readers: number; readonly loadMs: number }
  /** Each client reads every listing once, each from another one on. */
  | { readonly kind: "many-keys"; readonly listings: readonly number[]; readonly clients: number }
);

export type CrowdReport = {
  readonly loads: number;
  readonly loadingMost: number;
  readonly failures: number;
  readonly tookMs: readonly number[];
};

/** Processes with nothing in memory yet. */
export async function startCrowd(
  count: number,
  settings: Readonly<Record<string, string>>,
): Promise<{ order(each: CrowdOrder): Promise<readonly CrowdReport[]>; end(): void }> {
  const processes = await Promise.all(
    Array.from({ length: count }, async () => {
      const child = fork("tests/faults/crowd-worker.ts", {
        execArgv: ["--import", "tsx", "--conditions=react-server"],
        serialization: "advanced",
        env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "silent", ...settings },
      });
      await once(child, "message");
      return child;
    }),
  );
  const ask = async (child: ChildProcess, order: CrowdOrder): Promise<CrowdReport> => {
    const answer = once(child, "message");
    child.send(order);
    const [report] = await answer;
    return report;
  };
  return {
    order: (each) => Promise.all(processes.map((child) => ask(child, each))),
    end: () => {
      for (const child of processes) child.kill("SIGKILL");
    },
  };
}
