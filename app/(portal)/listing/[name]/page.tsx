import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { MissingPage } from "@/app/(portal)/_frame/missing-page";
import { StaleNotice } from "@/app/(portal)/_frame/stale-notice";
import { GoneView } from "@/app/(portal)/_listing/gone-view";
import { listingMetadata } from "@/app/(portal)/_listing/listing-metadata";
import { ListingView } from "@/app/(portal)/_listing/listing-view";
import { listingIdIn, listingOnce } from "@/app/(portal)/_listing/named-listing";
import { SimilarListings } from "@/app/(portal)/_listing/similar-listings";
import { listingPath } from "@/lib/listings/listing-path";
import { findGoneListing } from "@/lib/listings/queries";
import { findSimilarListings } from "@/lib/listings/similar-queries";

export const dynamic = "force-dynamic";

type Props = PageProps<"/listing/[name]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = listingIdIn((await params).name);
  const listing = id === null ? null : await listingOnce(id);
  if (listing === null) return { title: "Not listed" };
  return listingMetadata(listing);
}

/** A listing's page; one that was withdrawn or leased answers 410, one that never was 404. */
export default async function ListingPage({ params }: Props) {
  const { name } = await params;
  const id = listingIdIn(name);
  if (id === null) return <MissingPage />;
  const listing = await listingOnce(id);
  if (listing === null) {
    const gone = await findGoneListing(id);
    if (gone === null) return <MissingPage />;
    const similar = (await findSimilarListings(id)) ?? [];
    return (
      <>
        <StaleNotice />
        <GoneView listing={gone} similar={similar} />
      </>
    );
  }
  const path = listingPath(listing);
  if (path !== `/listing/${name}`) permanentRedirect(path);
  const similar = (await findSimilarListings(id)) ?? [];
  return (
    <>
      <StaleNotice />
      <ListingView listing={listing} />
      <div className="not-in-print shell pt-14 empty:hidden">
        <SimilarListings listings={similar} />
      </div>
    </>
  );
}
