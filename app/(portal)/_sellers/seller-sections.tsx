import { HomeSection } from "@/app/(portal)/_places/home-section";
import { StatTiles } from "@/app/(portal)/_places/stat-tiles";
import { searchPath } from "@/lib/listings/search";
import type { ChannelHomes, SellerHomes } from "./seller-homes";
import { sellerTiles, totalText } from "./seller-tiles";

/** The figures of a seller, and their homes: on offer, and sold lately. */
export function SellerSections({ homes }: { homes: SellerHomes }) {
  const { buy, rent, sold } = homes;
  return (
    <>
      <section aria-label="Main figures">
        <StatTiles tiles={sellerTiles(homes)} />
      </section>
      {buy.total + rent.total + sold.total === 0 ? (
        <p className="text-lg text-muted">There is nothing on offer or on record here just now.</p>
      ) : null}
      <HomeSection id="buy" title="For sale" {...sectionOf(buy)} />
      <HomeSection id="rent" title="To rent" {...sectionOf(rent)} />
      <HomeSection id="sold" title="Sold lately" {...sectionOf(sold)} />
    </>
  );
}

function sectionOf(homes: ChannelHomes) {
  const { search, items } = homes;
  return { listings: items, all: { href: searchPath(search), words: `All ${totalText(homes)}` } };
}
