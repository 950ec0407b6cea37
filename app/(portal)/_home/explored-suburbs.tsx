import Link from "next/link";
import { Sparkline } from "@/app/_ui/charts/sparkline";
import { typeName } from "@/app/(portal)/_listing/listing-words";
import { countText, moneyText } from "@/app/(portal)/_places/figure-words";
import { PROPERTY_TYPES } from "@/lib/listings/listing";
import { localityKey, suburbPath } from "@/lib/localities/locality";
import type { SuburbProfile } from "@/lib/localities/suburb-profile";

/** Some suburbs, each with what homes cost there; nothing where nothing is for sale. */
export function ExploredSuburbs({ profiles }: { profiles: readonly SuburbProfile[] }) {
  if (profiles.length === 0) return null;
  return (
    <section aria-labelledby="suburbs" className="grid gap-6">
      <h2 id="suburbs" className="text-3xl">
        Suburbs to explore
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {profiles.map((profile) => (
          <li key={localityKey(profile.locality)} className="min-w-0">
            <SuburbCard profile={profile} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SuburbCard({ profile }: { profile: SuburbProfile }) {
  const { locality, stock, quarters } = profile;
  const { figure, words } = figureOf(profile);
  return (
    <div className="relative grid h-full content-between gap-3 rounded-card border border-line bg-surface p-4 focus-within:outline-2 focus-within:outline-accent focus-within:outline-offset-2 hover:border-edge sm:p-5">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="min-w-0 text-xl wrap-anywhere">
          <Link
            href={suburbPath(locality)}
            prefetch={false}
            className="outline-none after:absolute after:inset-0 hover:text-accent"
          >
            {locality.name}
          </Link>
        </h3>
        <span className="whitespace-nowrap text-muted text-sm">{locality.region.code}</span>
      </div>
      <Sparkline values={quarters.map(({ all }) => all.price.median)} />
      <p className="grid gap-0.5">
        <span className="font-serif text-2xl">{figure}</span>
        <span className="text-muted text-sm">{words}</span>
      </p>
      <p className="border-line border-t pt-2.5 text-muted text-sm">
        {countText(stock.buy.all, "home")} for sale, {stock.rent.all} to rent
      </p>
    </div>
  );
}

/** What homes cost: by the type most sold in a year, else by what is asked now. */
function figureOf({ lastYear, askingPrice, currency }: SuburbProfile): { figure: string; words: string } {
  const [most] = PROPERTY_TYPES.flatMap((type) => {
    const price = lastYear.byType[type]?.price;
    return price === undefined || price.median === null ? [] : [{ type, price, median: price.median }];
  }).sort((one, other) => other.price.count - one.price.count);
  if (most !== undefined)
    return {
      figure: moneyText(most.median, currency),
      words: `${typeName(most.type)}, median of ${countText(most.price.count, "sale")} in a year`,
    };
  const { median, count } = askingPrice.all;
  if (median === null) return { figure: "Too few to say", words: "What homes sold for, or are offered at" };
  return { figure: moneyText(median, currency), words: `Median asked for ${countText(count, "home")} now` };
}
