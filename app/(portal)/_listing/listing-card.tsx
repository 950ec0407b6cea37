import Link from "next/link";
import { ViewedMark } from "@/app/(portal)/_saved/viewed-mark";
import type { ListingCard as Card } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { localityLabel } from "@/lib/localities/locality";
import type { PictureWanted } from "./drawn-picture";
import { Facts } from "./facts";
import { addressLine, typeName } from "./listing-words";
import { Picture } from "./picture";
import { StatusBadge } from "./status-badge";

type Props = {
  listing: Card;
  /** How wide its picture is shown, as the attribute of <img>. */
  sizes: string;
  pictureWanted: PictureWanted;
};

/** One listing among others; the whole card leads to its page. */
export function ListingCard({ listing, sizes, pictureWanted }: Props) {
  const { price, locality, headline, agency, propertyType } = listing;
  return (
    <article className="group relative grid h-full grid-rows-[auto_1fr] overflow-hidden rounded-card border border-line bg-surface shadow-card focus-within:outline-2 focus-within:outline-accent focus-within:outline-offset-2 hover:border-edge">
      <Picture listing={listing} frame="aspect-[3/2]" sizes={sizes} wanted={pictureWanted} />
      <div className="absolute top-3 right-16 left-3 flex flex-wrap gap-1.5">
        <StatusBadge listing={listing} />
        <ViewedMark id={listing.id} />
      </div>
      <div className="flex flex-col gap-2.5 p-4 pt-3.5">
        <p dir="auto" className="line-clamp-2 font-semibold text-lg leading-snug wrap-anywhere">
          {price.display}
        </p>
        <div>
          <h3 dir="auto" className="line-clamp-2 text-xl wrap-anywhere">
            <Link
              href={listingPath(listing)}
              prefetch={false}
              className="outline-none after:absolute after:inset-0 group-hover:text-accent"
            >
              {addressLine(listing)}
            </Link>
          </h3>
          <p className="text-muted">{localityLabel(locality)}</p>
        </div>
        <Facts listing={listing} />
        <p dir="auto" className="line-clamp-2 text-muted text-sm wrap-anywhere">
          {headline}
        </p>
        <p className="mt-auto border-line border-t pt-2.5 text-muted text-sm wrap-anywhere">
          {[typeName(propertyType), agency?.name ?? listing.source?.name].filter(Boolean).join(" · ")}
        </p>
      </div>
    </article>
  );
}
