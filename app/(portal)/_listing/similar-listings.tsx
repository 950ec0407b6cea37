import type { ListingCard } from "@/lib/listings/listing";
import { CardGrid } from "./card-grid";

/** Others like the listing that a page is about; nothing when there are none. */
export function SimilarListings({ listings }: { listings: readonly ListingCard[] }) {
  if (listings.length === 0) return null;
  return (
    <section aria-labelledby="similar" className="grid gap-6">
      <h2 id="similar" className="text-2xl">
        Similar homes
      </h2>
      <CardGrid listings={listings} />
    </section>
  );
}
