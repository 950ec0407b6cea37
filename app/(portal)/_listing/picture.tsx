import { HomePicture } from "@/app/_ui/home-picture";
import type { ListingCard } from "@/lib/listings/listing";

type Pictured = Pick<ListingCard, "id" | "propertyType" | "source">;

type Props = { listing: Pictured; frame: string; isWide?: boolean };

/** What stands in a photograph's place, and says that it is none. The frame keeps its size whatever comes into it. */
export function Picture({ listing, frame, isWide = false }: Props) {
  const isDemo = listing.source?.isDemo ?? false;
  return (
    <div className={`relative overflow-hidden bg-sunken ${frame}`}>
      <HomePicture form={listing.propertyType} seed={listing.id} isWide={isWide} />
      <p className="absolute right-2.5 bottom-2.5 rounded-full bg-surface/90 px-2.5 py-0.5 text-muted text-xs">
        {isDemo ? "Invented, for demonstration" : "No photograph supplied"}
      </p>
    </div>
  );
}
