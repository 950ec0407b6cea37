import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { SERVER_LIMITS } from "@/lib/http/bounded-server";
import { findDeployedProgram } from "@/lib/platform/services/deployed-program";
import { alertQueries, dashboardQueries } from "@/tests/support/deployed-queries";
import { readQuery } from "@/tests/support/promql";

const PROMTOOL = findDeployedProgram("promtool", process.env.PATH ?? "");
// Without one, bin/test itself names what did not run.
const withPromtool = test.runIf(PROMTOOL || process.env.CI);

function promtool(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(PROMTOOL ?? "promtool", args, { encoding: "utf8" });
  return status === 0 ? "" : `${stdout}${stderr}`;
}

test.for([...dashboardQueries(), ...alertQueries()])("$where asks in whole sentences", ({ text }) => {
  expect(readQuery(text)).toMatchObject({ isWhole: true });
});

test("what is no query is told from one", () => {
  expect(readQuery("sum by (tier (rate(verandah_cache_answers_total[5m]))").isWhole).toBe(false);
  expect(readQuery('sum(a{b="c"}) / on (d) e offset 5m').metrics).toEqual(["a", "e"]);
});

test("every alert is explained in docs/operations.md, with what to do", () => {
  const page = readFileSync("docs/operations.md", "utf8");
  for (const { where } of alertQueries())
    expect(page).toMatch(new RegExp(`^\\| \`${where}\` +\\| \\S.+\\|$`, "m"));
});

test("Prometheus reads both instances, at the port that docker-compose.yml gives their figures", () => {
  const TARGETS = z.object({
    scrape_configs: z.tuple([
      z.object({ static_configs: z.tuple([z.object({ targets: z.array(z.string()) })]) }),
    ]),
  });
  const { scrape_configs } = TARGETS.parse(parse(readFileSync("deploy/prometheus/prometheus.yml", "utf8")));
  expect(scrape_configs[0].static_configs[0].targets).toEqual(["portal-1:9464", "portal-2:9464"]);
});

withPromtool("Prometheus accepts its configuration and the alerts", () => {
  expect(promtool("check", "config", "deploy/prometheus/prometheus.yml")).toBe("");
});

withPromtool("each alert comes when it should, and not before (deploy/prometheus/alerts.test.yml)", () => {
  expect(promtool("test", "rules", "deploy/prometheus/alerts.test.yml")).toBe("");
});

test("nginx gives up a connection that is kept before the portal does", () => {
  const [, seconds] = /upstream portal \{[^}]*keepalive_timeout (\d+)s;/.exec(
    readFileSync("deploy/nginx.conf", "utf8"),
  ) ?? ["", "none"];
  expect(Number(seconds) * 1_000).toBeLessThan(SERVER_LIMITS.keptMs);
});
