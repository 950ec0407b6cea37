import type { Listing } from "@/lib/listings/listing";
import { areaText, dayText, typeName } from "./listing-words";
import { dayIn } from "./local-time";

/** Everything that is known in figures, by name; what is not known is left out. */
export function FactTable({ listing }: { listing: Listing }) {
  return (
    <section aria-labelledby="facts" className="grid gap-3">
      <h2 id="facts" className="text-2xl">
        Facts
      </h2>
      <dl className="grid max-w-3xl gap-x-8 sm:grid-cols-2 print:grid-cols-2">
        {factsOf(listing).map(([name, value]) => (
          <div
            key={name}
            className="flex justify-between gap-4 border-line border-b py-2 print:py-0.5 print:text-sm"
          >
            <dt className="text-muted">{name}</dt>
            <dd className="text-right font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factsOf(listing: Listing): readonly (readonly [string, string])[] {
  const { beds, baths, parking, landAreaM2, floorAreaM2, publishedAt, soldOn, timeZone, price } = listing;
  const facts: readonly (readonly [string, string | number | null])[] = [
    ["Property type", typeName(listing.propertyType)],
    ["Bedrooms", beds],
    ["Bathrooms", baths],
    ["Car spaces", parking],
    ["Land", landAreaM2 === null ? null : areaText(landAreaM2)],
    ["Floor area", floorAreaM2 === null ? null : areaText(floorAreaM2)],
    ["Sold on", soldOn === null ? null : dayText(soldOn)],
    ["Listed on", publishedAt === null || soldOn !== null ? null : dayText(dayIn(publishedAt, timeZone))],
    ["Prices in", price.currency === "AUD" ? null : price.currency],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const]));
}
