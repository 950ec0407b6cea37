import type { Crumb } from "@/app/_ui/breadcrumbs";
import { StructuredData } from "@/app/(portal)/_frame/structured-data";
import { addressLine } from "@/app/(portal)/_listing/listing-words";
import { publicUrl } from "@/lib/http/public-url";
import { listingPath } from "@/lib/listings/listing-path";
import { breadcrumbData, resultsData } from "@/lib/structured-data/list-data";
import type { SellerHomes } from "./seller-homes";

type Props = { name: string; path: string; data: object; crumbs: readonly Crumb[]; homes: SellerHomes };

/** What the page of an agency or an agent says to machines: who they are, where the page is, and what they sell. */
export function StructuredSeller({ name, path, data, crumbs, homes: { buy } }: Props) {
  const items = buy.items.map((listing) => ({ name: addressLine(listing), path: listingPath(listing) }));
  return (
    <>
      <StructuredData of={data} />
      <StructuredData of={breadcrumbData(crumbs, publicUrl)} />
      {items.length === 0 ? null : (
        <StructuredData
          of={resultsData({ name: `For sale by ${name}`, path, total: buy.total, items }, publicUrl)}
        />
      )}
    </>
  );
}
