import { ToneIcon } from "@/app/_ui/tone-icon";
import type { PropertyType } from "@/lib/listings/listing";
import type { LocalInspection } from "@/lib/listings/listing-parts";
import { type PriceWarning, priceWarnings } from "@/lib/listings/price-rules";
import { type Form, listIn, textIn } from "./form";

/** What the state's rules on advertising prices object to, as it is typed. They warn and never refuse. */
export function PriceWarnings({ form }: { form: Form }) {
  return (
    <div role="status" className="empty:hidden">
      <WarningList warnings={warningsOf(form)} />
    </div>
  );
}

export function WarningList({ warnings }: { warnings: readonly PriceWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="grid gap-2 rounded-control bg-warning-soft p-3 text-ink">
      {warnings.map(({ rule, message, source }) => (
        <li key={rule} className="flex gap-2.5">
          <ToneIcon tone="warning" className="mt-0.5 size-4.5 text-warning" />
          <div>
            <p>{message}</p>
            <p className="text-sm">
              Source:{" "}
              <a href={source.url} target="_blank" rel="noreferrer" className="link">
                {source.name}
              </a>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function warningsOf(form: Form): PriceWarning[] {
  const place = form.value("locality");
  return priceWarnings({
    region: form.place?.region.slug ?? String(place ?? "").split("/")[0] ?? "",
    offer: form.value("offer") === "rent" ? "rent" : "sale",
    // The control offers nothing else.
    propertyType: textIn(form, "propertyType") as PropertyType,
    priceDisplay: textIn(form, "priceDisplay"),
    priceLow: amountOrNull(form.value("priceLow")),
    priceHigh: amountOrNull(form.value("priceHigh")),
    priceCurrency: String(form.listing.fields.priceCurrency),
    hasAuction: listIn<LocalInspection>(form, "inspections").some(({ kind }) => kind === "auction"),
  });
}

function amountOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
