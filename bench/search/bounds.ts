import { percentile } from "@/bench/latency";

/** One figure of a case, and what it may be; a figure without a bound is only told. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "x" | "";
  readonly most?: number;
  readonly least?: number;
};

export type Case = { readonly name: string; readonly figures: readonly Figure[] };

/** Milliseconds at some shares of all; a share of 1 is the worst. */
export function percentiles(
  tookMs: readonly number[],
  shares: readonly { readonly share: number; readonly most?: number }[],
): readonly Figure[] {
  return shares.map(({ share, most }) => ({
    name: share === 1 ? "worst" : `p${share * 100}`,
    value: percentile(tookMs, share),
    unit: "ms",
    ...(most === undefined ? {} : { most }),
  }));
}

export function holds({ figures }: Case): boolean {
  return figures.every(
    ({ value, most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }) =>
      value >= least && value <= most,
  );
}

/** A row for each case: its figures, their bounds, and whether they hold. */
export function boundsTable(cases: readonly Case[]): string {
  const rows = cases.map((each) => {
    const bounds = each.figures.flatMap(boundText);
    const verdict = bounds.length === 0 ? "" : holds(each) ? "holds" : "**does not hold**";
    return `| ${each.name} | ${each.figures.map(figureText).join(", ")} | ${bounds.join(", ")} | ${verdict} |`;
  });
  return ["| case | measured | bound | |", "| :-- | :-- | :-- | :-- |", ...rows].join("\n");
}

/** A figure, for people. */
export function figureText({ name, value, unit }: Figure): string {
  return `${name} ${numberText(value)}${unitText(unit)}`;
}

/** What a figure may be, for people; nothing when it may be anything. */
export function boundText({ name, unit, most, least }: Figure): readonly string[] {
  const bounds: string[] = [];
  if (least !== undefined) bounds.push(`${name} ≥ ${least}${unitText(unit)}`);
  if (most === 0) bounds.push(`no ${name}`);
  else if (most !== undefined) bounds.push(`${name} ≤ ${numberText(most)}${unitText(unit)}`);
  return bounds;
}

function unitText(unit: Figure["unit"]): string {
  return unit === "ms" ? " ms" : unit;
}

/** With as many digits as mean something. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3);
}
