import { Breadcrumbs } from "@/app/_ui/breadcrumbs";
import { LinkButton } from "@/app/_ui/link-button";
import { CanonicalLink } from "@/app/(portal)/_frame/canonical-link";
import { StructuredData } from "@/app/(portal)/_frame/structured-data";
import { addressLine, dayText, grouped } from "@/app/(portal)/_listing/listing-words";
import { HomeSection } from "@/app/(portal)/_places/home-section";
import { StatTiles } from "@/app/(portal)/_places/stat-tiles";
import { CHANNEL_WORDS } from "@/app/(portal)/_results/channel-words";
import { publicUrl } from "@/lib/http/public-url";
import { CHANNELS, type Channel } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { emptySearch, searchPath } from "@/lib/listings/search";
import { localityKey, localityLabel, suburbPath } from "@/lib/localities/locality";
import type { SuburbProfile } from "@/lib/localities/suburb-profile";
import { breadcrumbData, resultsData } from "@/lib/structured-data/list-data";
import { NearbySuburbs } from "./nearby-suburbs";
import { SalesChart } from "./sales-chart";
import type { findSuburbOffers } from "./suburb-offers";
import { suburbTiles } from "./suburb-tiles";
import { TypeTable } from "./type-table";

type Props = { profile: SuburbProfile; offers: Awaited<ReturnType<typeof findSuburbOffers>> };

export function SuburbView({ profile, offers }: Props) {
  const { locality, stock, asOf } = profile;
  const label = localityLabel(locality);
  const pathOf = (channel: Channel) =>
    searchPath({ ...emptySearch(channel), localities: [localityKey(locality)] });
  const sectionOf = (channel: Channel) => ({
    id: channel,
    listings: offers[channel],
    all: { href: pathOf(channel), words: `All ${grouped(stock[channel].all)}` },
  });
  const crumbs = [
    { label: "Home", href: "/" },
    {
      label: locality.region.name,
      href: searchPath({ ...emptySearch("buy"), region: locality.region.slug }),
    },
    { label, href: null },
  ];
  const items = offers.buy.map((listing) => ({ name: addressLine(listing), path: listingPath(listing) }));
  const list = { name: `Homes for sale in ${label}`, path: pathOf("buy"), total: stock.buy.all, items };
  return (
    <div className="shell grid grid-cols-[minmax(0,1fr)] gap-14 pt-5 md:pt-7">
      <CanonicalLink path={suburbPath(locality)} />
      <StructuredData of={breadcrumbData(crumbs, publicUrl)} />
      {items.length === 0 ? null : <StructuredData of={resultsData(list, publicUrl)} />}
      <div className="grid gap-5">
        <Breadcrumbs crumbs={crumbs} />
        <header className="grid gap-4">
          <h1 className="text-4xl wrap-anywhere md:text-5xl">{label}</h1>
          <p className="max-w-2xl text-lg text-muted">
            What homes cost here, how long they take to sell, and what is on offer. The figures are made of
            the listings and sales on this portal, as of {dayText(asOf)}.
          </p>
          <ul className="not-in-print flex flex-wrap gap-3">
            {CHANNELS.map((channel) => (
              <li key={channel}>
                <LinkButton href={pathOf(channel)} look={channel === "buy" ? "primary" : "secondary"}>
                  {CHANNEL_WORDS[channel].homes}: {grouped(stock[channel].all)}
                </LinkButton>
              </li>
            ))}
          </ul>
        </header>
        <section aria-label="Main figures" className="pt-3">
          <StatTiles tiles={suburbTiles(profile)} />
        </section>
      </div>
      <section aria-labelledby="sold-for" className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <h2 id="sold-for" className="text-2xl">
          What homes sold for
        </h2>
        <SalesChart profile={profile} />
      </section>
      <TypeTable profile={profile} />
      <HomeSection title={`For sale in ${locality.name}`} {...sectionOf("buy")} />
      <HomeSection title={`To rent in ${locality.name}`} {...sectionOf("rent")} />
      <HomeSection title={`Sold lately in ${locality.name}`} {...sectionOf("sold")} />
      <NearbySuburbs suburbs={offers.around} of={locality} />
    </div>
  );
}
