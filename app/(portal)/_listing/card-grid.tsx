import type { ListingCard as Card } from "@/lib/listings/listing";
import { ListingCard } from "./listing-card";

/** As many as stand side by side where there is most room. */
const FIRST_ROW = 3;

export function CardGrid({ listings, columns }: { listings: readonly Card[]; columns: string }) {
  return (
    <ul className={`grid gap-5 sm:grid-cols-2 md:gap-6 ${columns}`}>
      {listings.map((listing, index) => (
        <li key={listing.id} className="min-w-0">
          <ListingCard listing={listing} isFirst={index < FIRST_ROW} />
        </li>
      ))}
    </ul>
  );
}
