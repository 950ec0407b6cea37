import type { ListingCard } from "@/lib/listings/listing";

/** What a picture is not: nobody may take a drawing for the home. */
export function PictureNote({ listing }: { listing: Pick<ListingCard, "source" | "image"> }) {
  return (
    <p className="absolute right-2.5 bottom-2.5 rounded-full bg-surface/90 px-2.5 py-0.5 text-muted text-xs">
      {listing.source?.isDemo || listing.image ? "Invented, for demonstration" : "No photograph supplied"}
    </p>
  );
}
