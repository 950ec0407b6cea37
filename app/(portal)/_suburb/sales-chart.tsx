import { FiguresTable } from "@/app/_ui/charts/figures-table";
import { TrendChart } from "@/app/_ui/charts/trend-chart";
import { medianText, moneyText, shortMoney } from "@/app/(portal)/_places/figure-words";
import type { QuarterFigures, SuburbProfile } from "@/lib/localities/suburb-profile";

const TITLE = "Sales on record, by quarter";
const NOTE =
  "The median of what homes of all types were sold for, where three or more have a price, and how many were sold. The last quarter is not over.";
const QUARTERS = ["Jan to Mar", "Apr to Jun", "Jul to Sep", "Oct to Dec"];
const POINTS_MIN = 2;

/** What homes sold for over three years; of too few sales, as numbers alone. */
export function SalesChart({ profile: { quarters, currency } }: { profile: SuburbProfile }) {
  const points = quarters.map((quarter) => ({
    label: labelOf(quarter),
    mark: quarter.quarter.endsWith("Q1") ? quarter.quarter.slice(0, 4) : null,
    value: quarter.all.price.median,
    valueText: medianText(quarter.all.price, (amount) => moneyText(amount, currency)),
    count: quarter.all.sales,
  }));
  const names = ["Quarter", "Median price", "Sales"] as const;
  if (points.every(({ count }) => count === 0))
    return <p className="text-muted">No sale is on record here in the last three years.</p>;
  if (points.filter(({ value }) => value !== null).length < POINTS_MIN)
    return (
      <div className="grid gap-3 rounded-card border border-line bg-surface p-4 sm:p-6">
        <h3 className="text-xl">{TITLE}</h3>
        <p className="text-muted">Too few homes were sold in any two quarters to draw a line through.</p>
        <FiguresTable
          caption={TITLE}
          names={names}
          rows={points.map(({ label, valueText, count }) => [label, valueText, String(count)])}
        />
      </div>
    );
  return (
    <TrendChart
      title={TITLE}
      note={NOTE}
      points={points}
      names={names}
      tickText={(amount) => shortMoney(amount, currency)}
    />
  );
}

/** "2026-Q4" as "Oct to Dec 2026". */
function labelOf({ quarter }: QuarterFigures): string {
  const [year, number] = quarter.split("-Q");
  return `${QUARTERS[Number(number) - 1]} ${year}`;
}
