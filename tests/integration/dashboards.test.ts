import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { findDeployedProgram } from "@/lib/platform/services/deployed-program";
import { freePort } from "@/lib/platform/services/ports";
import { startService } from "@/lib/platform/services/service-process";
import { alertQueries, dashboardQueries } from "@/tests/support/deployed-queries";
import { startOwnFleet } from "@/tests/support/own-fleet";
import { readQuery, sampleNames, withInterval } from "@/tests/support/promql";
import { scratchFolder } from "@/tests/support/scratch-folder";

const PROMETHEUS = findDeployedProgram("prometheus", process.env.PATH ?? "");
// Without one, bin/test itself names what did not run.
const withPrometheus = test.runIf(PROMETHEUS || process.env.CI);

const ANSWER = z.object({ status: z.literal("success"), data: z.object({ result: z.array(z.unknown()) }) });

/** What happens only when something is wrong or slow: a portal that is well has nothing to show of it. */
const RARE = /stale|wrong|overtaken|invalidations|redis_left_alone/i;

test("every figure that a dashboard or an alert asks for is one that the portal shows", async () => {
  const { ask, figures } = await startOwnFleet();
  await ask();
  const shown = sampleNames(await figures());
  const asked = [...dashboardQueries(), ...alertQueries()];
  expect(asked.length).toBeGreaterThan(40);
  for (const { where, text } of asked) {
    const { metrics } = readQuery(text);
    expect(metrics.length, where).toBeGreaterThan(0);
    for (const metric of metrics) expect(shown, where).toContain(metric);
  }
}, 120_000);

withPrometheus(
  "Prometheus reads a portal of two workers, and every panel has something to show",
  async () => {
    const fleet = await startOwnFleet();
    const ask = await startOwnPrometheus(fleet.metricsPort);
    for (let n = 0; n < 4; n++) {
      await fleet.ask({ method: "PUT", body: `Headline ${n}` });
      await fleet.askAll();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    }
    const hitRatio = dashboardQueries().find(({ where }) => where.endsWith(": Hit ratio"))?.text ?? "";
    await vi.waitUntil(async () => (await ask(hitRatio)).length > 0, { timeout: 20_000, interval: 500 });
    const empty: string[] = [];
    for (const { where, text } of dashboardQueries())
      if ((await ask(text)).length === 0 && !RARE.test(text)) empty.push(`${where}: ${text}`);
    expect(empty).toEqual([]);
    for (const { text } of alertQueries()) await ask(text);
  },
  90_000,
);

/** A Prometheus that reads this port every second; the answers to a query. */
async function startOwnPrometheus(target: number): Promise<(query: string) => Promise<unknown[]>> {
  if (PROMETHEUS === undefined)
    throw new Error("There is no Prometheus on this machine; bin/test --install gets one.");
  const [folder, port] = [scratchFolder(), await freePort()];
  const file = join(folder, "prometheus.yml");
  const configuration = readFileSync("deploy/prometheus/prometheus.yml", "utf8")
    .replace('"portal-1:9464", "portal-2:9464"', `"127.0.0.1:${target}"`)
    .replace(/^( {2}\w+_(interval|timeout)): \ds$/gm, "$1: 1s")
    .replace("rule_files: [alerts.yml]", `rule_files: ["${process.cwd()}/deploy/prometheus/alerts.yml"]`);
  writeFileSync(file, configuration);
  const service = await startService({
    name: "Prometheus",
    command: PROMETHEUS,
    args: [
      `--config.file=${file}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    logFile: join(folder, "prometheus.log"),
    env: { LC_ALL: "C" },
    stopSignals: [["SIGTERM", 5_000]],
  });
  onTestFinished(() => service.stop());
  const origin = `http://127.0.0.1:${port}`;
  await vi.waitUntil(async () => (await fetch(`${origin}/-/ready`).catch(() => null))?.ok === true, {
    timeout: 20_000,
    interval: 200,
  });
  return async (query) => {
    const asked = new URLSearchParams({ query: withInterval(query) });
    const response = await fetch(`${origin}/api/v1/query?${asked}`);
    return ANSWER.parse(await response.json()).data.result;
  };
}
