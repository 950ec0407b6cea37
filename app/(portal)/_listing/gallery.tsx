import type { Listing } from "@/lib/listings/listing";
import { Picture } from "./picture";
import { PictureGallery } from "./picture-gallery";
import { pictureNote } from "./picture-note";

/** Of one that stands alone. */
const WHOLE_WIDTH = "(min-width: 84rem) 79rem, 94vw";
const STRIP_WIDTH = "(min-width: 70rem) 50rem, (min-width: 48rem) 68vw, 83vw";

/** The pictures of a listing, the floor plan among them; it also has a place of its own on the page. */
export function Gallery({ listing }: { listing: Listing }) {
  const { images } = listing;
  const pictures = images.filter(({ kind }) => kind !== "floor-plan");
  if (pictures.length === 0) return <NoPicture listing={listing} />;
  const sizes = pictures.length === 1 ? WHOLE_WIDTH : STRIP_WIDTH;
  const plan = images.find(({ kind }) => kind === "floor-plan") ?? null;
  return <PictureGallery pictures={pictures} plan={plan} sizes={sizes} note={pictureNote(listing)} />;
}

function NoPicture({ listing }: { listing: Listing }) {
  return (
    <section aria-label="Picture" className="print:w-1/2">
      <Picture
        listing={listing}
        sizes={WHOLE_WIDTH}
        frame="aspect-[3/2] rounded-card border border-line md:aspect-[5/2]"
      />
    </section>
  );
}
