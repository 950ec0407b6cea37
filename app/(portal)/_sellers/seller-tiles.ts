import { dayText, grouped } from "@/app/(portal)/_listing/listing-words";
import { countText, moneyText } from "@/app/(portal)/_places/figure-words";
import type { StatTile } from "@/app/(portal)/_places/stat-tiles";
import type { ChannelHomes, SellerHomes } from "./seller-homes";

/** What a seller has on offer, and what they sold in a year. */
export function sellerTiles({ buy, rent, figures }: SellerHomes): readonly StatTile[] {
  const offers = {
    name: "On offer now",
    value: `${totalText(buy)} for sale`,
    rests: `${totalText(rent)} to rent`,
  };
  if (figures === null) return [offers];
  const { since, sales, currency, price, daysOnMarket } = figures;
  const span = `since ${dayText(since)}`;
  const sold = { name: "Sold in twelve months", value: grouped(sales), rests: `Homes sold ${span}` };
  if (sales === 0) return [offers, sold];
  return [
    offers,
    sold,
    {
      name: "Median price sold",
      value: price.median === null || currency === null ? null : moneyText(price.median, currency),
      rests: `Of ${countText(price.count, "sale")} with a price ${span}`,
    },
    {
      name: "Median days on market",
      value: daysOnMarket.median === null ? null : String(daysOnMarket.median),
      rests: `Of ${countText(daysOnMarket.count, "sale")} ${span}`,
    },
  ];
}

/** "12", or "10,000+" where they are not counted out. */
export function totalText({ total, totalIsExact }: Pick<ChannelHomes, "total" | "totalIsExact">): string {
  return `${grouped(total)}${totalIsExact ? "" : "+"}`;
}
