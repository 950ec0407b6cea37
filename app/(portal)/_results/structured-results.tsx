import type { Crumb } from "@/app/_ui/breadcrumbs";
import { StructuredData } from "@/app/(portal)/_frame/structured-data";
import { addressLine } from "@/app/(portal)/_listing/listing-words";
import { publicUrl } from "@/lib/http/public-url";
import { listingPath } from "@/lib/listings/listing-path";
import type { ListingPage } from "@/lib/listings/search-answers";
import { localityLabel } from "@/lib/localities/locality";
import { breadcrumbData, resultsData } from "@/lib/structured-data/list-data";

type Props = { name: string; path: string; page: ListingPage; crumbs: readonly Crumb[] };

/** What the page lists and the way to it, for machines. */
export function StructuredResults({ name, path, page, crumbs }: Props) {
  const items = page.items.map((listing) => ({
    name: `${addressLine(listing)}, ${localityLabel(listing.locality)}`,
    path: listingPath(listing),
  }));
  return (
    <>
      <StructuredData of={resultsData({ name, path, total: page.total, items }, publicUrl)} />
      {crumbs.length === 0 ? null : <StructuredData of={breadcrumbData(crumbs, publicUrl)} />}
    </>
  );
}
