import { median } from "@/bench/latency";
import {
  BARE,
  type Contestant,
  SHARED_ONLY,
  STOCK_DYNAMIC,
  STOCK_ISR,
  SUBJECTS,
  type Subject,
  UNCACHED,
  WARM,
} from "@/bench/load/compare/contestant";
import type { Turn } from "@/bench/load/compare/measure-rounds";
import type { Findings, Table } from "@/bench/load/report/findings";
import type { Chart } from "@/bench/load/report/line-chart";
import { type Case, type Figure, numberText } from "@/bench/search/bounds";

/** Whose answers say where they come from. */
const OURS: ReadonlySet<string> = new Set([WARM, SHARED_ONLY, UNCACHED]);

type Pair = { readonly subject: Subject; readonly of: string; readonly to: string };

/** What a comparison found: each subject's table, and the ratios that are promised, of rounds that were measured one after the other. */
export function compareFindings(contestants: readonly Contestant[], turns: readonly Turn[]): Findings {
  const subjects = (Object.keys(SUBJECTS) as Subject[]).map((subject) => ({
    subject,
    names: contestants.map(({ name }) => name).filter((name) => of(turns, subject, name).length > 0),
  }));
  return {
    cases: casesOf(turns),
    tables: subjects.map(({ subject, names }) => tableOf(turns, subject, names)),
    charts: subjects.map(({ subject, names }) => chartOf(turns, subject, names)),
    notes: [
      "Throughput is of a closed loop; the latency is of one request after the other. Processor time is of both: in a closed loop a server that outruns whoever asks never has to wake them. Each figure is the median of the rounds, each ratio that of the rounds' ratios.",
      "The stock application's page has the same homes with fewer words, no filters, no pictures and no map: it does less. Its ISR page is as old as its hour.",
    ],
    data: turns,
  };
}

function casesOf(turns: readonly Turn[]): readonly Case[] {
  const throughput = (pair: Pair, least: number): Figure => ({
    ...{ name: "throughput", value: ratio(turns, pair, ({ perSecond }) => perSecond), unit: "x", least },
  });
  const cpu = (pair: Pair, most: number): readonly Figure[] =>
    (
      [
        ["processor time", ({ cpuMsPerAnswer }: Turn) => cpuMsPerAnswer],
        ["the same, one after the other", ({ aloneCpuMs }: Turn) => aloneCpuMs],
      ] as const
    ).flatMap(([name, read]) => {
      const value = ratio(turns, pair, (turn) => read(turn) ?? Number.NaN);
      return Number.isNaN(value) ? [] : [{ name, value, unit: "x", most }];
    });
  const warm = (subject: Subject, to: string): Pair => ({ subject, of: WARM, to });
  return [
    {
      name: "a warm page to the bare server's",
      figures: [throughput(warm("page", BARE), 0.5), ...cpu(warm("page", BARE), 2)],
    },
    { name: "a warm answer of the API to the bare server's", figures: [throughput(warm("api", BARE), 0.6)] },
    {
      name: "a warm page to stock Next's, force-dynamic",
      figures: [throughput(warm("page", STOCK_DYNAMIC), 40)],
    },
    { name: "a warm page to stock Next's, ISR", figures: [throughput(warm("page", STOCK_ISR), 8)] },
    {
      name: `the mix warm to the mix without a cache (${hitText(turns)})`,
      figures: [
        {
          name: "median latency, gain",
          value: ratio(turns, { subject: "mix", of: UNCACHED, to: WARM }, ({ aloneP50Ms }) => aloneP50Ms),
          ...{ unit: "x", least: 20 },
        },
        throughput(warm("mix", UNCACHED), 50),
      ],
    },
  ];
}

function hitText(turns: readonly Turn[]): string {
  return `${shareText(of(turns, "mix", WARM))} from cache`;
}

function shareText(turns: readonly Turn[]): string {
  return `${(100 * median(turns.map(({ hitShare }) => hitShare))).toFixed(1)} %`;
}

/** The median of what one came to over what the other did in the same round. */
function ratio(
  turns: readonly Turn[],
  { subject, of: one, to }: Pair,
  figure: (turn: Turn) => number,
): number {
  const others = of(turns, subject, to);
  const ratios = of(turns, subject, one).map((turn, round) => {
    const other = others[round];
    return other === undefined ? Number.NaN : figure(turn) / figure(other);
  });
  return median(ratios);
}

function tableOf(turns: readonly Turn[], subject: Subject, names: readonly string[]): Table {
  return {
    title: `Of ${SUBJECTS[subject]}`,
    columns: [
      "",
      "a second",
      "to bare",
      "CPU ms each",
      "alone",
      "p50 ms, alone",
      "bytes each",
      "from cache",
      "MB",
      "failed",
    ],
    rows: names.map((name) => {
      const ours = of(turns, subject, name);
      const figure = (read: (turn: Turn) => number | null) => {
        const values = ours.flatMap((turn) => read(turn) ?? []);
        return values.length === 0 ? "–" : numberText(median(values));
      };
      return [
        name,
        figure(({ perSecond }) => perSecond),
        `${numberText(ratio(turns, { subject, of: name, to: BARE }, ({ perSecond }) => perSecond))}x`,
        figure(({ cpuMsPerAnswer }) => cpuMsPerAnswer),
        figure(({ aloneCpuMs }) => aloneCpuMs),
        figure(({ aloneP50Ms }) => aloneP50Ms),
        figure(({ bytesPerAnswer }) => Math.round(bytesPerAnswer)),
        OURS.has(name) ? shareText(ours) : "–",
        figure(({ residentBytes }) =>
          residentBytes === null ? null : Math.round(residentBytes / 1_048_576),
        ),
        numberText(ours.reduce((sum, { failed }) => sum + failed, 0)),
      ];
    }),
  };
}

function chartOf(turns: readonly Turn[], subject: Subject, names: readonly string[]): Chart {
  return {
    ...{
      title: `Throughput of ${SUBJECTS[subject]}`,
      axes: "answers a second (log scale), by round",
      isLog: true,
    },
    lines: names.map((name) => ({
      name,
      points: of(turns, subject, name).map(
        ({ perSecond }, round) => [round + 1, Math.max(0.1, perSecond)] as const,
      ),
    })),
  };
}

function of(turns: readonly Turn[], subject: Subject, name: string): readonly Turn[] {
  return turns.filter((turn) => turn.subject === subject && turn.name === name);
}
