import type { ListingCard } from "@/lib/listings/listing";
import { dayText } from "./listing-words";

/** What has become of the listing, where that is news: under offer, or sold and when. */
export function StatusBadge({ listing }: { listing: Pick<ListingCard, "status" | "soldOn"> }) {
  const text = statusText(listing);
  if (text === null) return null;
  return <p className="rounded-full bg-ink px-3 py-1 font-semibold text-ground text-xs">{text}</p>;
}

function statusText({ status, soldOn }: Pick<ListingCard, "status" | "soldOn">): string | null {
  if (status === "under_offer") return "Under offer";
  if (status === "sold") return soldOn === null ? "Sold" : `Sold ${dayText(soldOn)}`;
  return null;
}
