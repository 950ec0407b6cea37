import type { Findings, Head, Table } from "@/bench/load/report/findings";
import { boundsTable } from "@/bench/search/bounds";

/** The same as Markdown, for the terminal and for documents. */
export function textReport({ name, machine, listings }: Head, { cases, tables, notes }: Findings): string {
  return [
    `${name}: ${listings.toLocaleString("en")} listings, ${machine}`,
    ...(cases.length > 0 ? [boundsTable(cases)] : []),
    ...tables.map(markdownTable),
    ...notes,
  ].join("\n\n");
}

function markdownTable({ title, columns, rows }: Table): string {
  const [, ...figures] = columns;
  return [
    `${title}\n`,
    `| ${columns.join(" | ")} |`,
    `| :-- | ${figures.map(() => "--:").join(" | ")} |`,
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ].join("\n");
}
