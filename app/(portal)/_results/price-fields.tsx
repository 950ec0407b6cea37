import { SelectField } from "@/app/_ui/select-field";
import type { NumberRange } from "@/lib/listings/search";
import type { ChannelWords } from "./channel-words";
import { priceChoices } from "./filter-choices";

export function PriceFields({ price, words }: { price: NumberRange | null; words: ChannelWords }) {
  const { prices, priceUnit } = words;
  return (
    <fieldset className="lg:col-span-2">
      <legend className="mb-1 font-medium text-sm">Price{priceUnit}</legend>
      <div className="grid grid-cols-2 gap-2 lg:gap-3">
        <SelectField
          isLabelHidden
          label="Lowest price"
          name="price-min"
          value={`${price?.min ?? ""}`}
          choices={priceChoices(prices, price?.min ?? null, "No min")}
        />
        <SelectField
          isLabelHidden
          label="Highest price"
          name="price-max"
          value={`${price?.max ?? ""}`}
          choices={priceChoices(prices, price?.max ?? null, "No max")}
        />
      </div>
    </fieldset>
  );
}
