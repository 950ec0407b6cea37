import { Breadcrumbs } from "@/app/_ui/breadcrumbs";
import { Calculators } from "@/app/(portal)/_calculators/calculators";
import { CanonicalLink } from "@/app/(portal)/_frame/canonical-link";
import { mapStyleUrl } from "@/lib/http/map-style-url";
import { publicUrl } from "@/lib/http/public-url";
import type { Listing } from "@/lib/listings/listing";
import { listingPath } from "@/lib/listings/listing-path";
import { Contact } from "./contact";
import { Description } from "./description";
import { FactTable } from "./fact-table";
import { Features } from "./features";
import { FloorPlan } from "./floor-plan";
import { Gallery } from "./gallery";
import { Inspections } from "./inspections";
import { listingCrumbs } from "./listing-crumbs";
import { ListingHeader } from "./listing-header";
import { ListingHistory } from "./listing-history";
import { ListingPlace } from "./listing-place";
import { ReportLink } from "./report-link";
import { SourceNote } from "./source-note";
import { StructuredListing } from "./structured-listing";

/** A listing's page. It is printed alone and on one sheet: its main picture, what it is, its price, and whom to ask. */
export function ListingView({ listing }: { listing: Listing }) {
  const path = listingPath(listing);
  return (
    <article
      data-print-alone
      className="shell grid grid-cols-[minmax(0,1fr)] gap-5 pt-5 md:pt-7 print:content-start print:gap-3 print:p-0"
    >
      <CanonicalLink path={path} />
      <StructuredListing listing={listing} />
      <div className="not-in-print wrap-anywhere">
        <Breadcrumbs crumbs={listingCrumbs(listing)} />
      </div>
      <Gallery listing={listing} />
      <div className="grid gap-x-14 gap-y-9 pt-2 lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_1fr] print:grid-cols-[minmax(0,1fr)_14rem] print:gap-x-6 print:gap-y-4 print:pt-0">
        <div className="grid min-w-0 content-start gap-9 print:gap-4">
          <ListingHeader listing={listing} path={path} />
          <Description listing={listing} />
        </div>
        <aside
          aria-label="Inspections and contact"
          className="grid min-w-0 content-start gap-5 lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:self-start print:static print:col-start-2 print:row-span-2 print:row-start-1 print:gap-3 print:text-sm"
        >
          <Inspections id={listing.id} inspections={listing.inspections} timeZone={listing.timeZone} />
          <Contact listing={listing} />
          <SourceNote listing={listing} />
          <ReportLink listing={listing.id} />
        </aside>
        <div className="grid min-w-0 content-start gap-9 print:gap-4">
          <Features features={listing.features} />
          <FactTable listing={listing} />
          <FloorPlan listing={listing} />
          <ListingPlace listing={listing} styleUrl={mapStyleUrl()} />
          <ListingHistory listing={listing} />
          <Calculators listing={listing} />
        </div>
      </div>
      {/* On paper alone: where the rest can be read. */}
      <p className="hidden text-sm print:block">{publicUrl(path)}</p>
    </article>
  );
}
