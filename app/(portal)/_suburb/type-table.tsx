import type { ReactNode } from "react";
import { ShareBar } from "@/app/_ui/charts/share-bar";
import { dayText, grouped, typeName } from "@/app/(portal)/_listing/listing-words";
import { moneyText } from "@/app/(portal)/_places/figure-words";
import { PROPERTY_TYPES, type PropertyType } from "@/lib/listings/listing";
import type { Median, SuburbProfile } from "@/lib/localities/suburb-profile";

const NAMES = [
  "Type",
  "For sale",
  "Asked",
  "Sold in a year",
  "Sold for",
  "Days on market",
  "To rent",
  "Rent a week",
];

/** Everything that is known of each type of home; of each middle value how many it is of. */
export function TypeTable({ profile }: { profile: SuburbProfile }) {
  const types = PROPERTY_TYPES.filter((type) => hasAny(profile, type));
  if (types.length === 0) return null;
  const salesMax = Math.max(1, ...types.map((type) => profile.lastYear.byType[type]?.sales ?? 0));
  return (
    <section aria-labelledby="by-type" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid gap-1">
        <h2 id="by-type" className="text-2xl">
          By type of home
        </h2>
        <p className="text-muted text-sm">
          Middle values, with how many they are of in brackets; a dash where there are fewer than three. On
          offer now, and sold in the year to {dayText(profile.asOf)}.
        </p>
      </div>
      <section
        aria-label="Figures by type of home"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be in reach of the keyboard.
        tabIndex={0}
        className="overflow-x-auto rounded-card border border-line bg-surface"
      >
        <table className="w-full min-w-208 text-left text-sm">
          <thead className="text-muted">
            <tr className="border-line border-b">
              {NAMES.map((name, at) => (
                <th
                  key={name}
                  scope="col"
                  className={`px-4 py-3 font-medium ${at === 0 ? "" : "text-right"}`}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {types.map((type) => (
              <TypeRow key={type} type={type} profile={profile} salesMax={salesMax} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function TypeRow(props: { type: PropertyType; profile: SuburbProfile; salesMax: number }) {
  const { type, profile, salesMax } = props;
  const { stock, askingPrice, weeklyRent, lastYear, currency } = profile;
  const sold = lastYear.byType[type];
  const money = (amount: number) => moneyText(amount, currency);
  return (
    <tr className="border-line border-b last:border-b-0">
      <th scope="row" className="px-4 py-3 font-medium">
        {typeName(type)}
      </th>
      <Cell>{grouped(stock.buy.byType[type] ?? 0)}</Cell>
      <Cell>{middle(askingPrice.byType[type], money)}</Cell>
      <Cell>
        <span className="ml-auto grid w-20 gap-1">
          {grouped(sold?.sales ?? 0)}
          <ShareBar share={(sold?.sales ?? 0) / salesMax} />
        </span>
      </Cell>
      <Cell>{middle(sold?.price, money)}</Cell>
      <Cell>{middle(sold?.daysOnMarket, String)}</Cell>
      <Cell>{grouped(stock.rent.byType[type] ?? 0)}</Cell>
      <Cell>{middle(weeklyRent.byType[type], money)}</Cell>
    </tr>
  );
}

function Cell({ children }: { children: ReactNode }) {
  return <td className="px-4 py-3 text-right">{children}</td>;
}

function middle(figure: Median | undefined, write: (value: number) => string): string {
  if (figure === undefined || figure.median === null) return "–";
  return `${write(figure.median)} (${grouped(figure.count)})`;
}

function hasAny({ stock, lastYear }: SuburbProfile, type: PropertyType): boolean {
  return (
    [stock.buy, stock.rent].some(({ byType }) => (byType[type] ?? 0) > 0) ||
    lastYear.byType[type] !== undefined
  );
}
