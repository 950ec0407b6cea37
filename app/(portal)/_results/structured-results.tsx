import type { Crumb } from "@/app/_ui/breadcrumbs";
import { addressLine } from "@/app/(portal)/_listing/listing-words";
import { publicUrl } from "@/lib/http/public-url";
import { listingPath } from "@/lib/listings/listing-path";
import type { ListingPage } from "@/lib/listings/search-answers";
import { localityLabel } from "@/lib/localities/locality";
import { breadcrumbData, resultsData } from "@/lib/structured-data/list-data";
import { scriptText } from "@/lib/structured-data/script-text";

type Props = { name: string; path: string; page: ListingPage; crumbs: readonly Crumb[] };

/** What the page lists and the way to it, for machines. */
export function StructuredResults({ name, path, page, crumbs }: Props) {
  const items = page.items.map((listing) => ({
    name: `${addressLine(listing)}, ${localityLabel(listing.locality)}`,
    path: listingPath(listing),
  }));
  const list = resultsData({ name, path, total: page.total, items }, publicUrl);
  return (
    <>
      <script type="application/ld+json">{scriptText(list)}</script>
      {crumbs.length === 0 ? null : (
        <script type="application/ld+json">{scriptText(breadcrumbData(crumbs, publicUrl))}</script>
      )}
    </>
  );
}
