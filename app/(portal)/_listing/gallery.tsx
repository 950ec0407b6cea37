import { preload } from "react-dom";
import type { Listing } from "@/lib/listings/listing";
import { type Picture as Drawn, pictureUrl } from "@/lib/media/picture";
import { sourceSet } from "./drawn-picture";
import { Picture } from "./picture";
import { PictureGallery } from "./picture-gallery";
import { pictureNote } from "./picture-note";
import { STRIP_WIDTH } from "./picture-strip";

const WHOLE_WIDTH = "(min-width: 84rem) 79rem, 94vw";

/** The pictures of a listing, the floor plan among them; it also has a place of its own on the page. */
export function Gallery({ listing }: { listing: Listing }) {
  const { images } = listing;
  const pictures = images.filter(({ kind }) => kind !== "floor-plan");
  const [main] = pictures;
  if (main === undefined || images.length < 2) return <OnlyPicture listing={listing} />;
  preloadPicture(main, STRIP_WIDTH);
  const plan = images.find(({ kind }) => kind === "floor-plan") ?? null;
  return <PictureGallery pictures={pictures} plan={plan} note={pictureNote(listing)} />;
}

function OnlyPicture({ listing }: { listing: Listing }) {
  const { image } = listing;
  if (image !== null) preloadPicture(image, WHOLE_WIDTH);
  return (
    <section aria-label="Picture" className="print:w-1/2">
      <Picture
        isEager
        listing={listing}
        sizes={WHOLE_WIDTH}
        frame="aspect-[3/2] rounded-card border border-line md:aspect-[5/2]"
      />
    </section>
  );
}

/** Its largest variants come first in time: the browser asks for them before it has read down to the picture. */
function preloadPicture(picture: Drawn, sizes: string): void {
  preload(pictureUrl(picture, 960, "avif"), {
    as: "image",
    type: "image/avif",
    imageSrcSet: sourceSet(picture, "avif"),
    imageSizes: sizes,
    fetchPriority: "high",
  });
}
