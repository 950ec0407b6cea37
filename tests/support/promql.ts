import { parser } from "@prometheus-io/lezer-promql";

/** A question to Prometheus, taken apart. */
export type Query = { readonly metrics: readonly string[]; readonly isWhole: boolean };

/** What Grafana puts in for a variable of its own. */
const RATE_INTERVAL = "1m";

/** The names of what a query asks for, and whether all of it could be read. */
export function readQuery(text: string): Query {
  const query = withInterval(text);
  const metrics: string[] = [];
  let isWhole = true;
  parser.parse(query).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) isWhole = false;
      if (type.name === "Identifier" && node.parent?.type.name === "VectorSelector")
        metrics.push(query.slice(from, to));
    },
  });
  return { metrics, isWhole };
}

/** As Prometheus is asked. */
export function withInterval(text: string): string {
  return text.replaceAll("$__rate_interval", RATE_INTERVAL);
}

/** The names of the samples that a page of figures can have, from its headings: a histogram has three. */
export function sampleNames(page: string): Set<string> {
  const names = [...page.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = "", type]) =>
    type === "histogram" ? ["_bucket", "_count", "_sum"].map((end) => `${name}${end}`) : [name],
  );
  // What Prometheus notes of every target by itself.
  return new Set([...names, "up"]);
}
