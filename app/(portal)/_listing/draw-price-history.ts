import type { PriceHistory, PriceRange } from "@/lib/listings/price-history";

/** A chart in a field of 100 by 100, x to the right and y downwards. */
export type DrawnHistory = {
  readonly ticks: readonly { readonly y: number; readonly amount: number }[];
  /** Where a range was asked: from its low to its high end. */
  readonly bands: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** The middle of what was asked, as the data of an SVG path; broken while nothing was. */
  readonly line: string;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly isSale: boolean }[];
  /** The first day and the last, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
};

/** Of the width, after the last day: what holds still holds. */
const TAIL = 0.06;
const TICKS_ABOUT = 3;

/** Prices over time; null where there are fewer than two to compare, or all are of one day. */
export function drawPriceHistory({ steps, marks, extent }: PriceHistory): DrawnHistory | null {
  const priced = marks.filter(({ range }) => range !== null);
  const days = [...steps.map(({ from }) => from), ...priced.map(({ on }) => on)].toSorted();
  const [from, to] = [days[0], days.at(-1)];
  if (extent === null || priced.length < 2 || from === undefined || to === undefined || from === to)
    return null;
  const axis = niceAxis(extent);
  const span = (dayNumber(to) - dayNumber(from)) * (1 + TAIL);
  const x = (day: string | null) =>
    day === null ? 100 : rounded(((dayNumber(day) - dayNumber(from)) / span) * 100);
  const y = (amount: number) => rounded(((axis.top - amount) / (axis.top - axis.bottom)) * 100);
  const bands = steps.flatMap(({ from, until, range }) =>
    range === null || range.low === range.high
      ? []
      : [
          {
            x: x(from),
            y: y(range.high),
            width: rounded(x(until) - x(from)),
            height: rounded(y(range.low) - y(range.high)),
          },
        ],
  );
  const dots = priced.flatMap(({ on, kind, range }) =>
    range === null ? [] : [{ x: x(on), y: y(middle(range)), isSale: kind === "sold" }],
  );
  return {
    ticks: axis.amounts.map((amount) => ({ y: y(amount), amount })),
    ...{ bands, line: lineOf(steps, x, y), dots, from, to },
  };
}

function lineOf(
  steps: PriceHistory["steps"],
  x: (day: string | null) => number,
  y: (amount: number) => number,
): string {
  let isDown = false;
  return steps
    .map(({ from, until, range }) => {
      const start = !isDown ? `M${x(from)} ` : "V";
      isDown = range !== null;
      return range === null ? "" : `${start}${y(middle(range))}H${x(until)}`;
    })
    .join("");
}

/** An axis around the prices whose ticks are round numbers. */
function niceAxis({ low, high }: PriceRange) {
  const room = Math.max(high - low, high * 0.1, 1);
  const rough = room / TICKS_ABOUT;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power);
  const bottom = Math.max(0, Math.floor((low - room * 0.1) / step) * step);
  const top = Math.ceil((high + room * 0.1) / step) * step;
  const amounts = Array.from(
    { length: Math.round((top - bottom) / step) + 1 },
    (_, at) => bottom + at * step,
  );
  return { bottom, top, amounts };
}

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

function middle({ low, high }: PriceRange): number {
  return (low + high) / 2;
}

function rounded(percent: number): number {
  return Math.round(percent * 100) / 100;
}
