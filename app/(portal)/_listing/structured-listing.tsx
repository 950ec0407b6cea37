import { StructuredData } from "@/app/(portal)/_frame/structured-data";
import { publicUrl } from "@/lib/http/public-url";
import type { Listing } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { pictureUrl } from "@/lib/media/picture";
import { breadcrumbData } from "@/lib/structured-data/list-data";
import { listingData } from "@/lib/structured-data/listing-data";
import { listingCrumbs } from "./listing-crumbs";

/** The listing and the way to it, for machines. */
export function StructuredListing({ listing }: { listing: Listing }) {
  const imagePaths = listing.images.map((picture) => pictureUrl(picture, 1440, "webp"));
  return (
    <>
      <StructuredData of={listingData(listing, { path: listingPath(listing), imagePaths, publicUrl })} />
      <StructuredData of={breadcrumbData(listingCrumbs(listing), publicUrl)} />
    </>
  );
}
