import type { Listing } from "@/lib/listings/listing";
import { DrawnPicture } from "./drawn-picture";
import { PictureNote } from "./picture-note";

export function FloorPlan({ listing }: { listing: Listing }) {
  const plan = listing.images.find(({ kind }) => kind === "floor-plan");
  if (!plan) return null;
  return (
    <section aria-labelledby="floor-plan" className="not-in-print grid max-w-3xl gap-3">
      <h2 id="floor-plan" className="text-2xl">
        Floor plan
      </h2>
      <div className="relative overflow-hidden rounded-card border border-line">
        <DrawnPicture picture={plan} sizes="(min-width: 64rem) 48rem, 94vw" className="h-auto w-full" />
        <PictureNote listing={listing} />
      </div>
    </section>
  );
}
