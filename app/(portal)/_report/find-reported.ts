import "server-only";
import { addressLine } from "@/app/(portal)/_listing/listing-words";
import { listingIdIn, listingOnce } from "@/app/(portal)/_listing/named-listing";
import { listingPath } from "@/lib/listings/listing-path";
import { findGoneListing } from "@/lib/listings/queries";
import { localityLabel } from "@/lib/localities/locality";

/** What a report is about; `path` is null for what is no longer public. */
export type Reported = { readonly id: number; readonly name: string; readonly path: string | null };

/** The listing that the address of the form names: null where there is none, undefined where none is named. */
export async function findReported(
  given: string | string[] | undefined,
): Promise<Reported | null | undefined> {
  if (given === undefined) return undefined;
  const id = typeof given === "string" && /^\d+$/.test(given) ? listingIdIn(given) : null;
  if (id === null) return null;
  const listing = await listingOnce(id);
  if (listing !== null)
    return {
      id,
      name: `${addressLine(listing)}, ${localityLabel(listing.locality)}`,
      path: listingPath(listing),
    };
  const gone = await findGoneListing(id);
  return gone === null
    ? null
    : { id, name: `“${gone.headline}” in ${localityLabel(gone.locality)}`, path: null };
}
