import { expect, test } from "vitest";
import type { Findings, Head } from "@/bench/load/report/findings";
import { htmlReport } from "@/bench/load/report/html-report";
import { lineChart } from "@/bench/load/report/line-chart";
import { percentileChart } from "@/bench/load/report/load-charts";
import { textReport } from "@/bench/load/report/text-report";

const HEAD: Head = {
  ...{ name: "steady", about: "People <browse> & edit.", listings: 20_000 },
  ...{ told: { editsPerSecond: 5 }, takenAt: "2026-11-25T00:00:00.000Z", machine: "a machine" },
};
const FINDINGS: Findings = {
  cases: [
    { name: "latency", figures: [{ name: "p50", value: 2, unit: "ms", most: 3 }] },
    { name: "freshness", figures: [{ name: "oldest", value: 300, unit: "ms", most: 250 }] },
  ],
  tables: [{ title: "Answers", columns: ["of", "n"], rows: [["<script>", "12"]] }],
  charts: [
    {
      ...{ title: "Throughput", axes: "a second", marks: [{ at: 2, label: "Redis ended" }] },
      lines: [{ name: "answered", points: [[0, 10], [1, 20], [2, 5]] }], // biome-ignore format: points
    },
  ],
  notes: ["No /proc."],
  data: {},
};

test("a report is one page that asks for nothing else: no script, no style, font or picture from anywhere", () => {
  const page = htmlReport(HEAD, FINDINGS);
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:\/\//);
  expect(page).toContain('name="viewport"');
  expect(page).toContain("prefers-color-scheme: dark");
});

test("a report says of each bound whether it holds, and shows texts as texts", () => {
  const page = htmlReport(HEAD, FINDINGS);
  expect(page.match(/>holds</g)).toHaveLength(1);
  expect(page.match(/>does not hold</g)).toHaveLength(1);
  expect(page).toContain("&lt;script&gt;");
  expect(page).toContain("People &lt;browse&gt; &amp; edit.");
  expect(page).toContain("edits per second 5");
});

test("the same is told as Markdown, with every case and table", () => {
  const text = textReport(HEAD, FINDINGS);
  expect(text).toContain("| latency | p50 2 ms | p50 ≤ 3 ms | holds |");
  expect(text).toContain("| <script> | 12 |");
  expect(text).toContain("No /proc.");
});

test("a chart draws more higher and later further right, within its picture, and marks what happened", () => {
  const svg = lineChart(FINDINGS.charts[0] ?? never());
  const points = pointsIn(svg);
  const [[x0, y0], [x1, y1], [x2, y2]] = [points[0] ?? never(), points[1] ?? never(), points[2] ?? never()];
  expect(y1).toBeLessThan(y0);
  expect(y2).toBeGreaterThan(y0);
  expect(x0).toBeLessThan(x1);
  expect(x1).toBeLessThan(x2);
  for (const [x, y] of points) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(400);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(250);
  }
  expect(svg).toContain(">Redis ended<");
});

test("a curve of percentiles falls nowhere, and the last thousandth has as much room as the half", () => {
  const curve = [0, 0.5, 0.9, 0.99, 0.999].map((share, n) => ({ share, ms: 2 ** n }));
  const points = pointsIn(lineChart(percentileChart("Latency", [{ name: "all", curve }])));
  const heights = points.map(([, y]) => y);
  expect(heights).toEqual([...heights].sort((one, other) => other - one));
  const [, , ninety = never(), ninetyNine = never(), last = never()] = points.map(([x]) => x);
  expect(last - ninetyNine).toBeCloseTo(ninetyNine - ninety, 0);
});

test.for([[], [[3, 0]], [[0, 0.002]]] as const)(
  "a chart of little or nothing, %j, has no number that is none",
  (points) => {
    for (const isLog of [true, false]) {
      const svg = lineChart({ title: "x", axes: "", isLog, lines: [{ name: "one", points }] });
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  },
);

/** Those of the first line that is drawn, before the legend. */
function pointsIn(svg: string): readonly (readonly [number, number])[] {
  const [, line = ""] = /<path class="c0"[^>]* d="M ([^"]+)"/.exec(svg) ?? [];
  return line.split(" L ").map((point) => {
    const [x = "", y = ""] = point.split(" ");
    return [Number(x), Number(y)] as const;
  });
}

function never(): never {
  throw new Error("There is no such point.");
}
