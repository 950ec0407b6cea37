import type { Metadata } from "next";
import { publicUrl } from "@/lib/http/public-url";
import type { Listing } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { sharePicturePath } from "@/lib/listings/share-picture-path";
import { SHARED_SIZE } from "@/lib/media/shared-size";
import { listingSummary, listingTitle } from "./listing-summary";

/** What tabs, search engines and messages show of a listing's page; addresses as whoever is not on the portal needs them. */
export function listingMetadata(listing: Listing): Metadata {
  const title = listingTitle(listing);
  const description = listingSummary(listing);
  const path = listingPath(listing);
  const picture = { url: publicUrl(sharePicturePath(path)), type: "image/jpeg", ...SHARED_SIZE, alt: title };
  return {
    title,
    description,
    openGraph: {
      ...{ type: "website", siteName: "Verandah", locale: "en_AU" },
      ...{ title, description, url: publicUrl(path), images: [picture] },
    },
    twitter: { card: "summary_large_image", title, description },
  };
}
