import { MoneyField } from "@/app/_ui/money-field";
import { TextField } from "@/app/_ui/text-field";
import { EditorSection } from "./editor-section";
import type { Form } from "./form";
import { PriceRange } from "./price-range";
import { PriceWarnings } from "./price-warnings";
import { usePriceText } from "./use-price-text";
import { readAmount } from "./written-number";

/** What buyers read, what searches go by, and what the law of the state says to both. */
export function PriceSection({ form }: { form: Form }) {
  const { listing, isNew, error } = form;
  const { display, low, high, typeDisplay, leaveDisplay, typeBound, takeRange, other } = usePriceText(form);
  const isRent = form.value("offer") === "rent";
  if (listing.fields.status === "sold")
    return (
      <EditorSection id="price">
        <p>
          <b>{display}</b>
        </p>
        <p className="text-muted">
          The price is the sale’s. To correct it, relist the home, then sell it at the right price.
        </p>
      </EditorSection>
    );
  const saved = listing.fields.priceDisplay;
  return (
    <EditorSection id="price">
      <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <TextField
          label="Price as shown"
          name="priceDisplay"
          isRequired
          value={display}
          placeholder={isRent ? "$650 per week" : "$1,250,000 or $1.2m – $1.3m or Auction"}
          hint={isNew || saved === display ? "Exactly what the public reads." : `Was “${saved}”.`}
          error={error("priceDisplay")}
          onChange={({ target }) => typeDisplay(target.value)}
          onBlur={leaveDisplay}
        />
        <fieldset className="grid grid-cols-2 gap-3">
          <legend className="sr-only">What searches go by</legend>
          {(["priceLow", "priceHigh"] as const).map((field) => (
            <MoneyField
              key={field}
              label={field === "priceLow" ? "Searched from" : "Searched to"}
              name={field}
              value={field === "priceLow" ? low : high}
              error={error(field)}
              {...(isRent ? { after: "per week" } : {})}
              onChange={({ target }) => typeBound(field, target.value, readAmount(target.value))}
            />
          ))}
          <p className="col-span-2 text-muted text-sm">Not shown; it follows the text while it can.</p>
        </fieldset>
      </div>
      <PriceRange other={other} currency={String(listing.fields.priceCurrency)} onTake={takeRange} />
      <PriceWarnings form={form} />
    </EditorSection>
  );
}
