import type { ListingCard as Card } from "@/lib/listings/listing";
import { ListingCard } from "./listing-card";

/** As many as stand side by side where there is most room. */
const FIRST_ROW = 3;

/** `isInView`: its first row is seen without scrolling, and so its pictures are wanted at once. */
export function CardGrid(props: { listings: readonly Card[]; columns: string; isInView?: boolean }) {
  const { listings, columns, isInView = true } = props;
  return (
    <ul className={`grid gap-5 sm:grid-cols-2 md:gap-6 ${columns}`}>
      {listings.map((listing, index) => (
        <li key={listing.id} className="min-w-0">
          <ListingCard listing={listing} isFirst={isInView && index < FIRST_ROW} />
        </li>
      ))}
    </ul>
  );
}
