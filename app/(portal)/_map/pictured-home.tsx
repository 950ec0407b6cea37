import useSWR from "swr";
import { fetchJson } from "@/app/_ui/fetch-json";
import { Facts } from "@/app/(portal)/_listing/facts";
import { Picture } from "@/app/(portal)/_listing/picture";
import type { Listing } from "@/lib/listings/listing";
import type { MapListing } from "@/lib/listings/listing-map";
import { localityLabel } from "@/lib/localities/locality";
import { HomeRow } from "./home-row";

/** A home with its picture, which comes a moment after the rest; its room is kept. */
export function PicturedHome({ home }: { home: MapListing }) {
  const { data: listing } = useSWR(`/api/listings/${home.id}`, fetchJson<Listing>, {
    revalidateOnFocus: false,
  });
  return (
    <>
      {listing ? (
        <Picture listing={listing} frame="h-28" sizes="16rem" wanted="soon" />
      ) : (
        <div className="h-28 bg-sunken" />
      )}
      <div className="grid gap-1 p-4 pt-3">
        <HomeRow home={home} />
        <div className="min-h-12 text-sm">
          {listing ? (
            <>
              <p dir="auto" className="mb-1 truncate text-muted">
                {localityLabel(listing.locality)}
              </p>
              <Facts listing={listing} />
            </>
          ) : null}
        </div>
      </div>
    </>
  );
}
