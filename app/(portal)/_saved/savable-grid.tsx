import { ListingCard } from "@/app/(portal)/_listing/listing-card";
import { addressLine } from "@/app/(portal)/_listing/listing-words";
import type { ListingCard as Card } from "@/lib/listings/listing";
import { SaveButton } from "./save-button";

type Props = {
  listings: readonly Card[];
  /** How many of the first are seen without scrolling: their pictures are wanted at once. */
  firstInView?: number;
};

/** Cards three abreast where there is room, each with the button that saves it. */
export function SavableGrid({ listings, firstInView = 0 }: Props) {
  return (
    <ul className="grid gap-5 sm:grid-cols-2 md:gap-6 lg:grid-cols-3">
      {listings.map((listing, index) => (
        <li key={listing.id} className="relative min-w-0">
          <ListingCard listing={listing} isFirst={index < firstInView} />
          <SaveButton
            listing={{ id: listing.id, name: addressLine(listing) }}
            className="absolute top-3 right-3"
          />
        </li>
      ))}
    </ul>
  );
}
