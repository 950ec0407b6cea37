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

/**
 * Of a card on a telephone that was not laid out yet: its picture, and what stands below it. Rather too much than too little: what somebody
 * jumps to below them then moves up as they are laid out, and not out of the window.
 */
const GUESSED_HEIGHT = "[contain-intrinsic-block-size:auto_max(30rem,61vw+15rem)]";

type Props = {
  listings: readonly Card[];
  room?: keyof typeof ROOMS;
  /** Nothing larger is seen before them: on a telephone the first one's picture is what somebody waits for. */
  isFirst?: boolean;
};

/** Cards side by side, each with the button that saves its home. */
export function CardGrid({ listings, room = "page", isFirst = false }: Props) {
  const { columns, sizes } = ROOMS[room];
  return (
    <ul className={`grid gap-5 sm:grid-cols-2 md:gap-6 ${columns}`}>
      {listings.map((listing, index) => (
        <li key={listing.id} className={`later-drawn relative min-w-0 ${GUESSED_HEIGHT}`}>
          <ListingCard
            listing={listing}
            sizes={sizes}
            pictureWanted={isFirst && index === 0 ? "first" : "when-near"}
          />
          <SaveButton
            listing={{ id: listing.id, name: addressLine(listing) }}
            className="not-in-print absolute top-3 right-3"
          />
        </li>
      ))}
    </ul>
  );
}
