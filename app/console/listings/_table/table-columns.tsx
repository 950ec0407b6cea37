import Link from "next/link";
import { Badge } from "@/app/_ui/badge";
import type { Column } from "@/app/_ui/table/column";
import { typeName } from "@/app/(portal)/_listing/listing-words";
import { Moment } from "@/app/console/listings/_words/moment";
import { statusName, statusTone } from "@/app/console/listings/_words/status-words";
import type { ConsoleRow } from "@/lib/listings/console-search";
import { localityLabel } from "@/lib/localities/locality";

/** Keys of sortable columns are orders of the API. */
export const COLUMNS: readonly Column<ConsoleRow>[] = [
  {
    key: "street",
    header: "Address",
    isTitle: true,
    cell: (row) => (
      <Link
        href={`/console/listings/${row.id}`}
        prefetch={false}
        className="inline-block max-w-52 truncate py-1 align-middle font-medium hover:text-accent hover:underline"
      >
        {rowName(row)}
      </Link>
    ),
  },
  {
    key: "address",
    header: "Suburb",
    isSortable: true,
    cell: ({ locality }) => (
      <span className="inline-block max-w-44 truncate align-middle">{localityLabel(locality)}</span>
    ),
  },
  {
    key: "status",
    header: "Status",
    isSortable: true,
    cell: ({ status }) => <Badge tone={statusTone(status)}>{statusName(status)}</Badge>,
  },
  {
    key: "price",
    header: "Price",
    isNumeric: true,
    isSortable: true,
    cell: ({ price }) => <span className="inline-block max-w-44 truncate align-middle">{price.display}</span>,
  },
  { key: "beds", header: "Beds", isNumeric: true, cell: ({ beds }) => beds ?? "–" },
  { key: "baths", header: "Baths", isNumeric: true, cell: ({ baths }) => baths ?? "–" },
  { key: "parking", header: "Cars", isNumeric: true, cell: ({ parking }) => parking ?? "–" },
  { key: "type", header: "Type", cell: ({ propertyType }) => typeName(propertyType) },
  {
    key: "agent",
    header: "Agent",
    cell: ({ agents }) => (
      <span className="inline-block max-w-32 truncate align-middle">{agents[0]?.name ?? "–"}</span>
    ),
  },
  {
    key: "agency",
    header: "Agency",
    cell: ({ agency }) => (
      <span className="inline-block max-w-40 truncate align-middle">{agency?.name ?? "–"}</span>
    ),
  },
  { key: "changed", header: "Changed", isSortable: true, cell: ({ updatedAt }) => <Moment at={updatedAt} /> },
];

/** What a row is called: its street, though the public may not see it. */
export function rowName({ street, headline }: ConsoleRow): string {
  return street ?? headline;
}
