import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { MissingPage } from "@/app/(portal)/_frame/missing-page";
import { plainSlug } from "@/app/(portal)/_frame/plain-slug";
import { StaleNotice } from "@/app/(portal)/_frame/stale-notice";
import { moneyText } from "@/app/(portal)/_places/figure-words";
import { findSuburbOffers } from "@/app/(portal)/_suburb/suburb-offers";
import { profileOnce, suburbKey } from "@/app/(portal)/_suburb/suburb-once";
import { SuburbView } from "@/app/(portal)/_suburb/suburb-view";
import { localityLabel } from "@/lib/localities/locality";
import type { SuburbProfile } from "@/lib/localities/suburb-profile";

export const dynamic = "force-dynamic";

type Props = PageProps<"/suburb/[region]/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { region, slug } = await params;
  const key = suburbKey(region, slug);
  const profile = key === null ? null : await profileOnce(key);
  if (profile === null) return { title: "No such suburb" };
  const label = localityLabel(profile.locality);
  return {
    title: `${label}: prices, sales and homes`,
    description: descriptionOf(label, profile),
    // A page that has nothing to say is no page to be found.
    ...(isEmpty(profile) ? { robots: { index: false } } : {}),
  };
}

/** A suburb's page under its one spelling; any other leads there. */
export default async function SuburbPage({ params }: Props) {
  const { region, slug } = await params;
  const plain = [plainSlug(region), plainSlug(slug)].join("/");
  const key = suburbKey(region, slug);
  if (key === null) {
    const [plainRegion = "", plainName = ""] = plain.split("/");
    if (suburbKey(plainRegion, plainName) === null) return <MissingPage />;
    permanentRedirect(`/suburb/${plain}`);
  }
  const profile = await profileOnce(key);
  if (profile === null) return <MissingPage />;
  const offers = await findSuburbOffers(profile);
  return (
    <>
      <StaleNotice />
      <SuburbView profile={profile} offers={offers} />
    </>
  );
}

function descriptionOf(label: string, { stock, lastYear, currency }: SuburbProfile): string {
  const { price } = lastYear.all;
  const sold =
    price.median === null
      ? ""
      : ` Median price sold: ${moneyText(price.median, currency)}, of ${price.count} sales in a year.`;
  return `${label}: ${stock.buy.all} homes for sale, ${stock.rent.all} to rent, ${stock.sold.all} sold.${sold}`;
}

function isEmpty({ stock, lastYear }: SuburbProfile): boolean {
  return stock.buy.all + stock.rent.all + stock.sold.all + lastYear.all.sales === 0;
}
