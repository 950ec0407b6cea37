import type { Listing } from "@/lib/listings/listing";
import { HistoryTable } from "./history-table";
import { PriceChart } from "./price-chart";

/** What was asked and what became of it: drawn where there is something to compare, and told in every case. */
export function ListingHistory({ listing }: { listing: Listing }) {
  if (listing.history.length === 0) return null;
  return (
    <section aria-labelledby="history" className="not-in-print grid gap-5">
      <h2 id="history" className="text-2xl">
        Price and sale history
      </h2>
      <PriceChart listing={listing} />
      <HistoryTable history={listing.history} />
    </section>
  );
}
