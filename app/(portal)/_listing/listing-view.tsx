import { Breadcrumbs } from "@/app/_ui/breadcrumbs";
import { CanonicalLink } from "@/app/_ui/canonical-link";
import type { Listing } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { localityLabel } from "@/lib/localities/locality";
import { Contact } from "./contact";
import { FactTable } from "./fact-table";
import { Facts } from "./facts";
import { HistoryTable } from "./history-table";
import { Inspections } from "./inspections";
import { listingCrumbs } from "./listing-crumbs";
import { addressLine } from "./listing-words";
import { Picture } from "./picture";
import { SourceNote } from "./source-note";
import { StatusBadge } from "./status-badge";

export function ListingView({ listing }: { listing: Listing }) {
  const { headline, description, features, locality, price } = listing;
  return (
    <article className="shell grid gap-5 pt-5 md:pt-7">
      <CanonicalLink path={listingPath(listing)} />
      <Breadcrumbs crumbs={listingCrumbs(listing)} />
      <Picture
        isWide
        listing={listing}
        frame="aspect-[4/3] rounded-card border border-line sm:aspect-[2/1] lg:aspect-[3/1]"
      />
      <div className="grid gap-10 pt-2 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-14">
        <div className="grid content-start gap-9">
          <header className="grid justify-items-start gap-3">
            <StatusBadge listing={listing} />
            <h1 className="text-3xl md:text-[2.75rem]">
              {addressLine(listing)}
              <span className="block pt-1 font-normal font-sans text-lg text-muted tracking-normal md:text-xl">
                {localityLabel(locality)}
              </span>
            </h1>
            <p className="font-semibold text-2xl">{price.display}</p>
            <div className="text-lg">
              <Facts listing={listing} />
            </div>
          </header>
          <section aria-labelledby="about-it" className="grid max-w-3xl gap-4">
            <h2 id="about-it" className="text-2xl">
              {headline}
            </h2>
            {paragraphs(description).map((text) => (
              <p key={text} className="whitespace-pre-line text-[1.0625rem] leading-relaxed">
                {text}
              </p>
            ))}
          </section>
          {features.length === 0 ? null : (
            <section aria-labelledby="features" className="grid gap-3">
              <h2 id="features" className="text-2xl">
                Features
              </h2>
              <ul className="grid max-w-3xl gap-x-8 gap-y-1.5 sm:grid-cols-2">
                {features.map((feature) => (
                  <li key={feature} className="border-line border-b py-1.5">
                    {feature}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <FactTable listing={listing} />
          <HistoryTable history={listing.history} />
        </div>
        <aside
          aria-label="Inspections and contact"
          className="grid min-w-0 content-start gap-5 lg:sticky lg:top-6 lg:self-start"
        >
          <Inspections inspections={listing.inspections} timeZone={listing.timeZone} />
          <Contact listing={listing} />
          <SourceNote listing={listing} />
        </aside>
      </div>
    </article>
  );
}

function paragraphs(description: string): readonly string[] {
  return description
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}
