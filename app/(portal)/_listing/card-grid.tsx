import { SaveButton } from "@/app/(portal)/_saved/save-button";
import type { ListingCard as Card } from "@/lib/listings/listing";
import { ListingCard } from "./listing-card";
import { addressLine } from "./listing-words";

/** How many cards stand abreast, and how wide each is shown then. */
const ROOMS = {
  page: {
    columns: "lg:grid-cols-3",
    sizes: "(min-width: 84rem) 26rem, (min-width: 64rem) 31vw, (min-width: 40rem) 46vw, 94vw",
  },
  "beside-map": {
    columns: "[@media(scripting:none)]:xl:grid-cols-3",
    sizes: "(min-width: 84rem) 22rem, (min-width: 64rem) 26vw, (min-width: 40rem) 46vw, 94vw",
  },
} as const;

type Props = {
  listings: readonly Card[];
  room?: keyof typeof ROOMS;
  /** How many of the first are seen without scrolling: their pictures are wanted at once. */
  firstInView?: number;
};

/** Cards side by side, each with the button that saves its home. */
export function CardGrid({ listings, room = "page", firstInView = 0 }: Props) {
  const { columns, sizes } = ROOMS[room];
  return (
    <ul className={`grid gap-5 sm:grid-cols-2 md:gap-6 ${columns}`}>
      {listings.map((listing, index) => (
        <li key={listing.id} className="relative min-w-0">
          <ListingCard listing={listing} sizes={sizes} isInView={index < firstInView} />
          <SaveButton
            listing={{ id: listing.id, name: addressLine(listing) }}
            className="not-in-print absolute top-3 right-3"
          />
        </li>
      ))}
    </ul>
  );
}
