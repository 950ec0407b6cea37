import Link from "next/link";
import { HomePicture } from "@/app/_ui/home-picture";
import { DrawnPicture } from "@/app/(portal)/_listing/drawn-picture";
import { addressLine } from "@/app/(portal)/_listing/listing-words";
import type { ListingCard } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { localityLabel } from "@/lib/localities/locality";
import { SaveButton } from "./save-button";

/** A home that this browser keeps, as it is now, in little. */
export function KeptHome({ listing }: { listing: ListingCard }) {
  const { id, image, propertyType, price, locality, source } = listing;
  return (
    <li className="relative grid h-28 w-80 shrink-0 snap-start grid-cols-[6rem_minmax(0,1fr)_auto] overflow-hidden rounded-card border border-line bg-surface focus-within:outline-2 focus-within:outline-accent focus-within:-outline-offset-2 hover:border-edge">
      <span className="relative overflow-hidden bg-sunken">
        {image ? (
          <DrawnPicture picture={image} sizes="6rem" className="absolute inset-0 size-full" />
        ) : (
          <HomePicture form={propertyType} seed={id} />
        )}
      </span>
      <span className="grid min-w-0 content-center gap-0.5 p-3 text-sm">
        <span dir="auto" className="truncate font-semibold">
          {price.display}
        </span>
        <Link
          href={listingPath(listing)}
          prefetch={false}
          dir="auto"
          className="truncate font-serif text-base outline-none after:absolute after:inset-0"
        >
          {addressLine(listing)}
        </Link>
        <span className="truncate text-muted">{localityLabel(locality)}</span>
        {source?.isDemo ? <span className="text-muted text-xs">Invented</span> : null}
      </span>
      <SaveButton listing={{ id, name: addressLine(listing) }} className="relative z-10 mt-2 mr-2" />
    </li>
  );
}
