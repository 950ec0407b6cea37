import { escaped } from "@/bench/load/report/escaped";
import type { Findings, Head, Table } from "@/bench/load/report/findings";
import { type Chart, lineChart } from "@/bench/load/report/line-chart";
import { boundText, type Case, figureText, holds } from "@/bench/search/bounds";

// Wide screens show as many charts beside each other as fit; a telephone one below the other.
const STYLE = `
  :root { color-scheme: light dark; --ground: #fff; --ink: #1f2328; --faint: #d1d9e0; --quiet: #59636e; --bad: #b3261e; --good: #1a7f37;
    --c0: #b4451f; --c1: #1f6f8b; --c2: #4d7c2f; --c3: #7a4fa3; --c4: #8a6d00; --c5: #b3266b; }
  @media (prefers-color-scheme: dark) { :root { --ground: #14181d; --ink: #e6edf3; --faint: #3d444d; --quiet: #9198a1; --bad: #ff8a80; --good: #56d364;
    --c0: #f0855c; --c1: #5bb3d0; --c2: #8fc46a; --c3: #c49be8; --c4: #e0bc4a; --c5: #f08ab8; } }
  * { box-sizing: border-box; }
  body { margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 78rem; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
  h1 { margin: 0; font-size: 1.6rem; } h2 { margin: 2rem 0 0.5rem; font-size: 1.15rem; } p { margin: 0.35rem 0; max-width: 70ch; }
  .quiet { color: var(--quiet); } .good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; }
  .charts { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 23rem), 1fr)); }
  figure { margin: 0; } figcaption { font-weight: 600; } figcaption span { display: block; font-weight: 400; font-size: 0.85rem; color: var(--quiet); }
  svg { display: block; width: 100%; height: auto; font: 12px system-ui, sans-serif; }
  svg text { fill: var(--ink); } .grid { stroke: var(--faint); } .mark { stroke: var(--quiet); stroke-dasharray: 2 3; }
  path { fill: none; stroke-width: 2; } .c0 { stroke: var(--c0); } .c1 { stroke: var(--c1); } .c2 { stroke: var(--c2); } .c3 { stroke: var(--c3); } .c4 { stroke: var(--c4); } .c5 { stroke: var(--c5); }
  .wide { overflow-x: auto; } table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
  th, td { padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid var(--faint); text-align: right; vertical-align: top; white-space: nowrap; }
  th:first-child, td:first-child { text-align: left; white-space: normal; min-width: 7.5rem; } .words td { white-space: normal; text-align: left; } .words th { text-align: left; }`;

/** One page that needs nothing else: no script, no file beside it, no address elsewhere. */
export function htmlReport(head: Head, findings: Findings): string {
  const { name, about, listings, takenAt, machine } = head;
  const told = Object.entries(head.told).map(
    ([key, value]) => `${wordsOf(key)} ${value.toLocaleString("en")}`,
  );
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(name)}: a load report of Verandah</title>\n<style>${STYLE}\n</style>\n</head>\n<body>\n<main>`,
    `<h1>${escaped(name)}</h1>\n<p>${escaped(about)}</p>`,
    `<p class="quiet">${escaped(takenAt)}, ${listings.toLocaleString("en")} listings; ${escaped(told.join(", "))}. ${escaped(machine)}.</p>`,
    ...(findings.cases.length > 0 ? [`<h2>What is promised</h2>\n${casesTable(findings.cases)}`] : []),
    ...(findings.charts.length > 0
      ? [`<h2>Plots</h2>\n<div class="charts">\n${findings.charts.map(figure).join("\n")}\n</div>`]
      : []),
    ...findings.tables.map(tableSection),
    ...(findings.notes.length > 0
      ? [`<h2>To know</h2>\n${findings.notes.map((note) => `<p>${escaped(note)}</p>`).join("\n")}`]
      : []),
    "</main>\n</body>\n</html>\n",
  ].join("\n");
}

function casesTable(cases: readonly Case[]): string {
  const rows = cases.map((each) => {
    const bounds = each.figures.flatMap(boundText).join(", ");
    const isGood = holds(each);
    const verdict =
      bounds === ""
        ? ""
        : `<span class="${isGood ? "good" : "bad"}">${isGood ? "holds" : "does not hold"}</span>`;
    return `<tr><td>${escaped(each.name)}</td><td>${escaped(each.figures.map(figureText).join(", "))}</td><td>${escaped(bounds)}</td><td>${verdict}</td></tr>`;
  });
  return `<div class="wide"><table class="words"><tr><th>of</th><th>measured</th><th>bound</th><th></th></tr>\n${rows.join("\n")}\n</table></div>`;
}

function figure(chart: Chart): string {
  return `<figure><figcaption>${escaped(chart.title)}<span>${escaped(chart.axes)}</span></figcaption>\n${lineChart(chart)}\n</figure>`;
}

function tableSection({ title, columns, rows }: Table): string {
  const head = columns.map((column) => `<th>${escaped(column)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`);
  return `<h2>${escaped(title)}</h2>\n<div class="wide"><table><tr>${head}</tr>\n${body.join("\n")}\n</table></div>`;
}

/** "editsPerSecond" for people. */
function wordsOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
