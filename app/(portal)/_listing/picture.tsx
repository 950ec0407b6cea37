import { HomePicture } from "@/app/_ui/home-picture";
import type { ListingCard } from "@/lib/listings/listing";
import { DrawnPicture, type PictureWanted } from "./drawn-picture";
import { PictureNote } from "./picture-note";

type Pictured = Pick<ListingCard, "id" | "propertyType" | "source" | "image">;

type Props = { listing: Pictured; frame: string; sizes: string; wanted?: PictureWanted };

/** A listing's main picture, or what stands in its place and says that it is none. The frame keeps its size whatever comes into it. */
export function Picture({ listing, frame, sizes, wanted }: Props) {
  return (
    <div className={`relative overflow-hidden bg-sunken ${frame}`}>
      {listing.image ? (
        <DrawnPicture picture={listing.image} sizes={sizes} wanted={wanted} />
      ) : (
        <div className="absolute inset-0 opacity-45 saturate-50">
          <HomePicture form={listing.propertyType} seed={listing.id} />
        </div>
      )}
      <PictureNote listing={listing} />
    </div>
  );
}
