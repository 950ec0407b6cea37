import type { ListingCard } from "@/lib/listings/listing";

type Noted = Pick<ListingCard, "source" | "image">;

/** What a picture is not: nobody may take a drawing for the home. */
export function PictureNote({ listing }: { listing: Noted }) {
  return (
    <p className="absolute right-2.5 bottom-2.5 rounded-full bg-surface/90 px-2.5 py-0.5 text-muted text-xs">
      {pictureNote(listing)}
    </p>
  );
}

/** The same in words. */
export function pictureNote({ source, image }: Noted): string {
  return source?.isDemo || image ? "Invented, for demonstration" : "No photograph supplied";
}
