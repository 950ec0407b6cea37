import { ShareBar } from "@/app/_ui/charts/share-bar";
import { Sparkline } from "@/app/_ui/charts/sparkline";
import { TrendChart, type TrendPoint } from "@/app/_ui/charts/trend-chart";
import { Specimen, Specimens } from "./show";

const VALUES = [910, 940, null, 985, 1_010, 1_090, 1_060, null, null, 1_140, 1_180, 1_150];
const QUARTERS = ["Jan to Mar", "Apr to Jun", "Jul to Sep", "Oct to Dec"];

const POINTS: readonly TrendPoint[] = VALUES.map((value, at) => ({
  label: `${QUARTERS[at % 4]} ${2024 + Math.floor(at / 4)}`,
  mark: at % 4 === 0 ? String(2024 + Math.floor(at / 4)) : null,
  value,
  valueText: value === null ? "Too few to say" : `$${value},000`,
  count: value === null ? 2 : 5 + (at % 3) * 4,
}));

export function Charts() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <TrendChart
        title="Sales on record, by quarter"
        note="A line is broken where too little is known."
        points={POINTS}
        tickText={(value) => `$${value}k`}
        names={["Quarter", "Median price", "Sales"]}
      />
      <Specimens>
        <Specimen name="Sparkline">
          <Sparkline values={VALUES} />
        </Specimen>
        <Specimen name="Parts of the largest">
          <div className="grid gap-3">
            <ShareBar share={1} />
            <ShareBar share={0.38} />
            <ShareBar share={0} />
          </div>
        </Specimen>
      </Specimens>
    </div>
  );
}
