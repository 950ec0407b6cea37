import type { Listing } from "@/lib/listings/listing";
import { DrawnPicture } from "./drawn-picture";
import { Picture } from "./picture";
import { PictureNote } from "./picture-note";

const WHOLE_WIDTH = "(min-width: 84rem) 79rem, 94vw";
const MAIN_WIDTH = "(min-width: 84rem) 40rem, (min-width: 48rem) 48vw, 88vw";
const SMALL_WIDTH = "(min-width: 84rem) 20rem, (min-width: 48rem) 24vw, 88vw";

/** The pictures of a listing: on a phone a row to swipe, elsewhere the main one beside its rooms. The floor plan has a place of its own. */
export function Gallery({ listing }: { listing: Listing }) {
  const pictures = listing.images.filter(({ kind }) => kind !== "floor-plan");
  if (pictures.length < 2) return <OnlyPicture listing={listing} />;
  return (
    <section aria-label="Pictures">
      <ul className="flex snap-x snap-mandatory gap-2 overflow-x-auto overscroll-x-contain rounded-card md:grid md:grid-cols-4 md:grid-rows-2 md:overflow-hidden">
        {pictures.map((picture, index) => (
          <li
            key={picture.src}
            className={`relative aspect-[3/2] shrink-0 snap-center overflow-hidden rounded-card bg-sunken md:w-auto md:rounded-none ${
              index === 0 ? "w-[90%] md:col-span-2 md:row-span-2 md:aspect-auto" : "w-[80%]"
            }`}
          >
            <DrawnPicture
              picture={picture}
              sizes={index === 0 ? MAIN_WIDTH : SMALL_WIDTH}
              isEager={index === 0}
            />
            {index === 0 ? <PictureNote listing={listing} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OnlyPicture({ listing }: { listing: Listing }) {
  return (
    <Picture
      isEager
      listing={listing}
      sizes={WHOLE_WIDTH}
      frame="aspect-[3/2] rounded-card border border-line md:aspect-[5/2]"
    />
  );
}
