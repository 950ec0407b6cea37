import type { ListingEvent, ListingEventKind } from "@/lib/listings/listing";
import { dayText } from "./listing-words";

const KIND_NAMES: Readonly<Record<ListingEventKind, string>> = {
  listed: "Listed",
  price_changed: "Price changed",
  under_offer: "Under offer",
  sold: "Sold",
  leased: "Let",
  withdrawn: "Withdrawn",
  relisted: "Listed again",
};

/** Every change of price and status on record, the latest first. */
export function HistoryTable({ history }: { history: readonly ListingEvent[] }) {
  return (
    <table className="w-full max-w-3xl text-left">
      <caption className="sr-only">Prices and what became of the listing, the latest first</caption>
      <thead className="text-muted text-sm">
        <tr className="border-line border-b">
          <th scope="col" className="py-2 pr-4 font-medium">
            Date
          </th>
          <th scope="col" className="py-2 pr-4 font-medium">
            What happened
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            Price
          </th>
        </tr>
      </thead>
      <tbody>
        {history.toReversed().map(({ kind, occurredOn, price }) => (
          <tr key={`${occurredOn} ${kind} ${price?.display}`} className="border-line border-b">
            <td className="whitespace-nowrap py-2.5 pr-4">
              <time dateTime={occurredOn}>{dayText(occurredOn)}</time>
            </td>
            <td className="py-2.5 pr-4">{KIND_NAMES[kind]}</td>
            <td dir="auto" className="py-2.5 text-right font-medium wrap-anywhere">
              {price?.display ?? "—"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
