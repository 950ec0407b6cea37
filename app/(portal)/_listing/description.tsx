import type { Listing } from "@/lib/listings/listing";
import { foldText } from "./fold-text";

/** What the vendor says of the home. A long text is folded; on paper it is cut, so that all fits on one sheet. */
export function Description({ listing }: { listing: Pick<Listing, "headline" | "description"> }) {
  const { lead, rest } = foldText(listing.description);
  return (
    <section aria-labelledby="about-it" className="grid max-w-3xl gap-4">
      <h2 id="about-it" dir="auto" className="text-2xl wrap-anywhere print:line-clamp-2 print:text-lg">
        {listing.headline}
      </h2>
      <div className="grid gap-4 print:line-clamp-[10]">
        <Paragraphs texts={lead} />
      </div>
      {rest.length === 0 ? null : (
        <details className="group not-in-print grid gap-4">
          <summary className="link inline-block list-none py-2 font-medium group-open:mb-2 [&::-webkit-details-marker]:hidden">
            <span className="group-open:hidden">Read more</span>
            <span className="hidden group-open:inline">Read less</span>
          </summary>
          <div className="grid gap-4">
            <Paragraphs texts={rest} />
          </div>
        </details>
      )}
    </section>
  );
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  return texts.map((text, at) => (
    <p
      // biome-ignore lint/suspicious/noArrayIndexKey: they never change places, and two may say the same.
      key={at}
      dir="auto"
      className="whitespace-pre-line text-[1.0625rem] leading-relaxed wrap-anywhere print:text-sm"
    >
      {text}
    </p>
  ));
}
