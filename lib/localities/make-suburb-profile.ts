import type { PropertyType } from "@/lib/listings/listing";
import type { ByType, Median, SaleFigures, SuburbProfile } from "@/lib/localities/suburb-profile";
import type { SuburbProfileRow } from "@/lib/localities/suburb-profile-statement";

/** Of fewer a middle value says more of one home than of the place. */
const MEDIAN_OF_MIN = 3;

/** The profile from what Postgres counted. */
export function suburbProfileOf(row: SuburbProfileRow): SuburbProfile {
  const { locality, currency, asOf, stock, quarters, sold, lastYear } = row;
  const shown = (channel: string) => stock.filter((group) => group.channel === channel);
  return {
    locality,
    currency,
    asOf,
    stock: {
      buy: byType(shown("buy"), countOf),
      rent: byType(shown("rent"), countOf),
      sold: byType(shown("sold"), countOf),
    },
    askingPrice: byType(shown("buy"), priceOf),
    weeklyRent: byType(shown("rent"), priceOf),
    quarters: quarters.map((startsOn) => ({
      quarter: quarterName(startsOn),
      startsOn,
      ...byType(
        sold.filter((group) => group.startsOn === startsOn),
        salesOf,
      ),
    })),
    lastYear: byType(lastYear, (group) => ({
      ...salesOf(group),
      daysOnMarket: medianOf(group?.days ?? null, group?.timed ?? 0),
    })),
  };
}

type Counted = { readonly type: PropertyType | null };
type Priced = Counted & { readonly count: number; readonly prices: number; readonly price: number | null };

/** `figure` of no group is the figure of nothing. */
function byType<G extends Counted, F>(groups: readonly G[], figure: (group: G | undefined) => F): ByType<F> {
  const typed = groups.flatMap((group) =>
    group.type === null ? [] : [[group.type, figure(group)] as const],
  );
  return {
    all: figure(groups.find(({ type }) => type === null)),
    byType: Object.fromEntries(typed.sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

function countOf(group: Priced | undefined): number {
  return group?.count ?? 0;
}

function priceOf(group: Priced | undefined): Median {
  return medianOf(group?.price ?? null, group?.prices ?? 0);
}

function salesOf(group: Priced | undefined): SaleFigures {
  return { sales: countOf(group), price: priceOf(group) };
}

function medianOf(middle: number | null, count: number): Median {
  return { median: middle === null || count < MEDIAN_OF_MIN ? null : Math.round(middle), count };
}

/** "2026-10-01" begins "2026-Q4". */
function quarterName(startsOn: string): string {
  return `${startsOn.slice(0, 4)}-Q${Math.ceil(Number(startsOn.slice(5, 7)) / 3)}`;
}
