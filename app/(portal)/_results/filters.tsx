import { Icon } from "@/app/_ui/icon";
import { SelectField } from "@/app/_ui/select-field";
import { type ListingSearch, searchPath, searchWith } from "@/lib/listings/search";
import type { Facets } from "@/lib/listings/search-answers";
import { CHANNEL_WORDS } from "./channel-words";
import { priceChoices, rangeText, roomChoices } from "./filter-choices";
import { activeFilters } from "./search-words";
import { TypeChoices } from "./type-choices";

/** The filters as a plain form: it goes to the address of the search, and what is not in it stays as it is in hidden fields. */
export function Filters({ search, facets }: { search: ListingSearch; facets: Facets }) {
  const { channel, price, beds, baths } = search;
  const { prices, priceUnit } = CHANNEL_WORDS[channel];
  const kept = searchPath(searchWith(search, { price: null, beds: null, baths: null, types: [] }));
  const [action = "", keptQuery] = kept.split("?");
  const activeCount = activeFilters(search).length;
  return (
    <details className="open-when-wide not-in-print group self-start lg:sticky lg:top-6">
      <summary className="button-quiet flex list-none [&::-webkit-details-marker]:hidden">
        <Icon of="sliders-horizontal" />
        Filters{activeCount > 0 ? ` (${activeCount})` : ""}
        <Icon of="chevron-down" className="size-4 group-open:rotate-180" />
      </summary>
      <form
        action={action}
        className="grid gap-5 max-lg:mt-4 max-lg:rounded-card max-lg:border max-lg:border-line max-lg:bg-surface max-lg:p-5"
      >
        <h2 className="text-xl max-lg:sr-only">Filters</h2>
        {[...new URLSearchParams(keptQuery)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset>
          <legend className="mb-1 font-medium text-sm">Price{priceUnit}</legend>
          <div className="grid grid-cols-2 gap-2">
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
        <div className="grid grid-cols-2 gap-2">
          <SelectField
            label="Bedrooms"
            name="beds"
            value={rangeText(beds)}
            choices={roomChoices(facets.beds, beds, "bed")}
          />
          <SelectField
            label="Bathrooms"
            name="baths"
            value={rangeText(baths)}
            choices={roomChoices(facets.baths, baths, "bath")}
          />
        </div>
        <TypeChoices chosen={search.types} counts={facets.type} />
        <button type="submit" className="button">
          Show homes
        </button>
      </form>
    </details>
  );
}
