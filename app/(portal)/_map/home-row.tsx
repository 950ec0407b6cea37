import Link from "next/link";
import type { MapListing } from "@/lib/listings/listing-map";
import { listingPath } from "@/lib/listings/listing-path";
import { spotName } from "./mark-words";

/** A home in two lines, which lead to its page. */
export function HomeRow({ home }: { home: MapListing }) {
  const name = spotName(home);
  return (
    <>
      <p dir="auto" className="line-clamp-2 break-words font-semibold">
        {home.price.display}
      </p>
      <p dir="auto" className="line-clamp-2 break-words">
        <Link href={listingPath(home)} prefetch={false} className="link">
          {name.charAt(0).toUpperCase() + name.slice(1)}
        </Link>
      </p>
    </>
  );
}
