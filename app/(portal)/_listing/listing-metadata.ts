import type { Metadata } from "next";
import { publicUrl } from "@/lib/http/public-url";
import type { Listing } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { pictureUrl } from "@/lib/media/picture";
import { listingSummary, listingTitle } from "./listing-summary";

/** What tabs, search engines and messages show of a listing's page; addresses as whoever is not on the portal needs them. */
export function listingMetadata(listing: Listing): Metadata {
  const title = listingTitle(listing);
  const description = listingSummary(listing);
  const { image } = listing;
  const images =
    image === null
      ? []
      : [
          {
            url: publicUrl(pictureUrl(image, 1440, "webp")),
            ...{ type: "image/webp", width: 1440, height: 960, alt: image.alt },
          },
        ];
  return {
    title,
    description,
    openGraph: {
      ...{ type: "website", siteName: "Verandah", locale: "en_AU" },
      ...{ title, description, url: publicUrl(listingPath(listing)), images },
    },
    twitter: { card: image === null ? "summary" : "summary_large_image", title, description },
  };
}
