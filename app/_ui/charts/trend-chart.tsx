import { axisTicks } from "@/app/_ui/charts/axis-ticks";
import { CountColumns } from "@/app/_ui/charts/count-columns";
import { FiguresTable } from "@/app/_ui/charts/figures-table";
import { TrendLine } from "@/app/_ui/charts/trend-line";

export type TrendPoint = {
  /** Its span of time, in words. */
  readonly label: string;
  /** What stands under it on the axis; null for nothing. */
  readonly mark: string | null;
  /** null where too little is known. */
  readonly value: number | null;
  readonly valueText: string;
  /** How many the value rests on. */
  readonly count: number;
};

type Props = {
  title: string;
  /** What is counted, over what time. */
  note: string;
  points: readonly TrendPoint[];
  tickText: (value: number) => string;
  /** Names of the three columns of the table: time, value, count. */
  names: readonly [string, string, string];
};

/** How a value changed from one span of time to the next, above how many it rests on; the same as a table for whoever wants to read it. */
export function TrendChart({ title, note, points, tickText, names }: Props) {
  const ticks = axisTicks(points.flatMap(({ value }) => value ?? []));
  const countMax = Math.max(1, ...points.map(({ count }) => count));
  return (
    <figure className="grid gap-4 rounded-card border border-line bg-surface p-4 sm:p-6">
      <figcaption className="grid gap-1">
        <h3 className="text-xl">{title}</h3>
        <p className="text-muted text-sm">{note}</p>
      </figcaption>
      <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-muted text-xs">
        <div className="relative my-2 h-44 w-14 sm:h-56">
          {ticks.map((tick) => (
            <span
              key={tick}
              className="absolute right-0 -translate-y-1/2 whitespace-nowrap"
              style={{ top: `${shareAbove(tick, ticks)}%` }}
            >
              {tickText(tick)}
            </span>
          ))}
        </div>
        <TrendLine
          points={points.map(({ label, value, valueText }) => ({
            title: `${label}: ${valueText}`,
            top: value === null ? null : shareAbove(value, ticks),
          }))}
          lines={ticks.map((tick) => shareAbove(tick, ticks))}
        />
        <span className="self-end text-right">{names[2]}</span>
        <CountColumns columns={points.map(({ count }) => ({ count, share: count / countMax }))} />
        <span />
        <div className="grid auto-cols-fr grid-flow-col border-line border-t pt-1.5">
          {points.map(({ label, mark }) => (
            <span key={label} className="w-0 whitespace-nowrap">
              {mark}
            </span>
          ))}
        </div>
      </div>
      <FiguresTable
        caption={title}
        names={names}
        rows={points.map(({ label, valueText, count }) => [label, valueText, String(count)])}
      />
    </figure>
  );
}

/** How far below the highest tick a value lies, in per cent of the way to the lowest. */
function shareAbove(value: number, ticks: readonly number[]): number {
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  return ((high - value) / (high - low)) * 100;
}
