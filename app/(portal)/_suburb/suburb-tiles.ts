import { typeName } from "@/app/(portal)/_listing/listing-words";
import { countText, moneyText, yearTo } from "@/app/(portal)/_places/figure-words";
import type { StatTile } from "@/app/(portal)/_places/stat-tiles";
import { PROPERTY_TYPES } from "@/lib/listings/listing";
import type { SuburbProfile } from "@/lib/localities/suburb-profile";

const TYPES_SHOWN = 2;

/** The figures that a suburb's page begins with: what the most sold types cost, what is asked by the week, and how long it takes. */
export function suburbTiles({
  lastYear,
  askingPrice,
  weeklyRent,
  currency,
  asOf,
}: SuburbProfile): readonly StatTile[] {
  const sold = PROPERTY_TYPES.map((type) => ({ type, figures: lastYear.byType[type] }))
    .flatMap(({ type, figures }) => (figures === undefined ? [] : [{ type, figures }]))
    .sort((one, other) => other.figures.sales - one.figures.sales)
    .slice(0, TYPES_SHOWN);
  const { daysOnMarket } = lastYear.all;
  return [
    ...(sold.length === 0
      ? [
          {
            name: "Median price asked",
            value: askingPrice.all.median === null ? null : moneyText(askingPrice.all.median, currency),
            rests: `Of ${countText(askingPrice.all.count, "home")} for sale now with a price`,
          },
          { name: "Median price sold", value: null, rests: `No sale on record ${yearTo(asOf)}` },
        ]
      : sold.map(({ type, figures: { price } }) => ({
          name: `${typeName(type)}: median price sold`,
          value: price.median === null ? null : moneyText(price.median, currency),
          rests: `Of ${countText(price.count, "sale")} with a price ${yearTo(asOf)}`,
        }))),
    {
      name: "Median rent asked",
      value: weeklyRent.all.median === null ? null : moneyText(weeklyRent.all.median, currency),
      rests: `A week, of ${countText(weeklyRent.all.count, "home")} to rent now`,
    },
    {
      name: "Median days on market",
      value: daysOnMarket.median === null ? null : String(daysOnMarket.median),
      rests: `Of ${countText(daysOnMarket.count, "sale")} ${yearTo(asOf)}`,
    },
  ];
}
