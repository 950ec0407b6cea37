import type { ListingCard as Card } from "@/lib/listings/listing";
import { ListingCard } from "./listing-card";

export function CardGrid({ listings, columns }: { listings: readonly Card[]; columns: string }) {
  return (
    <ul className={`grid gap-5 sm:grid-cols-2 md:gap-6 ${columns}`}>
      {listings.map((listing) => (
        <li key={listing.id} className="min-w-0">
          <ListingCard listing={listing} />
        </li>
      ))}
    </ul>
  );
}
