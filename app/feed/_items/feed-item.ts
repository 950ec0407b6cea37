import { addressLine, typeName } from "@/app/(portal)/_listing/listing-words";
import { publicUrl } from "@/lib/http/public-url";
import type { ListingCard } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { localityLabel } from "@/lib/localities/locality";
import type { FeedItem } from "@/lib/syndication/rss-xml";

/** A listing as whoever follows a search reads of it. */
export function feedItem(listing: ListingCard): FeedItem {
  const { id, locality, price, channel, publishedAt, soldOn } = listing;
  return {
    id: publicUrl(`/listing/${id}`),
    title: `${addressLine(listing)}, ${localityLabel(locality)}: ${price.display}`,
    url: publicUrl(listingPath(listing)),
    summary: summary(listing),
    publishedAt: channel === "sold" ? soldOn : publishedAt,
  };
}

function summary({ headline, propertyType, beds, baths, parking, agency, source }: ListingCard): string {
  const facts = [
    typeName(propertyType),
    counted(beds, "bedroom"),
    counted(baths, "bathroom"),
    counted(parking, "car space"),
  ];
  const sentences = [
    headline,
    facts.filter((fact) => fact !== null).join(", "),
    ...(agency === null ? [] : [`Listed by ${agency.name}`]),
    ...(source?.isDemo ? ["Invented, for demonstration"] : []),
  ];
  return sentences.map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)).join(" ");
}

function counted(count: number | null, word: string): string | null {
  return count === null ? null : `${count} ${word}${count === 1 ? "" : "s"}`;
}
