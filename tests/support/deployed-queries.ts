import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

/** Something that asks Prometheus: a panel of a dashboard or an alert. */
export type DeployedQuery = { readonly where: string; readonly text: string };

const DASHBOARD = z.object({
  uid: z.string(),
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
});
const RULES = z.object({
  groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })),
});
const DASHBOARDS = "deploy/grafana/dashboards";

/** Every query of every dashboard. */
export function dashboardQueries(): DeployedQuery[] {
  return readdirSync(DASHBOARDS).flatMap((file) => {
    const { uid, panels } = DASHBOARD.parse(JSON.parse(readFileSync(`${DASHBOARDS}/${file}`, "utf8")));
    return panels.flatMap(({ title, targets }) =>
      targets.map(({ expr }) => ({ where: `${uid}: ${title}`, text: expr })),
    );
  });
}

/** Every alert, by its name. */
export function alertQueries(): DeployedQuery[] {
  const { groups } = RULES.parse(parse(readFileSync("deploy/prometheus/alerts.yml", "utf8")));
  return groups.flatMap(({ rules }) => rules.map(({ alert, expr }) => ({ where: alert, text: expr })));
}
