import { SelectField } from "@/app/_ui/select-field";
import { TextField } from "@/app/_ui/text-field";
import type { ListingSearch } from "@/lib/listings/search";
import type { Facets } from "@/lib/listings/search-answers";
import { aroundChoices, featureTicks, landChoices, newTick, openTick } from "./filter-choices";
import { FilterMenu } from "./filter-menu";
import { RoomsField } from "./rooms-field";
import { TickBox, TickList } from "./tick-list";

const NAMES = ["keywords", "parking", "land-min", "land-max", "new", "open", "feature", "around"];

type Props = { search: ListingSearch; facets: Facets; changed: string | null };

/** What fewer people ask for. */
export function MoreFilters({ search, facets, changed }: Props) {
  const { channel, localities, aroundKm, keywords, parking, land, features, newWithinDays, open } = search;
  const ranges = [land?.min, land?.max].filter((end) => end !== null && end !== undefined);
  const others = [aroundKm, parking, newWithinDays, open].filter((filter) => filter !== null);
  const chosenCount = others.length + ranges.length + features.length + (keywords.length > 0 ? 1 : 0);
  // Ticked since, and perhaps no longer among the frequent ones.
  const asked = changed === null ? features : new URLSearchParams(changed).getAll("feature");
  const ticks = featureTicks([...new Set([...features, ...asked])], facets.features);
  return (
    <FilterMenu label="More" names={NAMES} changed={changed} chosenCount={chosenCount} align="end">
      <TextField
        label="Words in the advertisement"
        name="keywords"
        defaultValue={keywords.join(" ")}
        placeholder="Garden, harbour view"
        autoComplete="off"
      />
      {localities.length === 0 ? null : (
        <SelectField
          label="Surrounding suburbs"
          name="around"
          value={`${aroundKm ?? ""}`}
          choices={aroundChoices(aroundKm)}
        />
      )}
      <RoomsField label="Parking" name="parking" word="car space" range={parking} counts={facets.parking} />
      <fieldset>
        <legend className="mb-1 font-medium text-sm">Land size</legend>
        <div className="grid grid-cols-2 gap-2">
          <SelectField
            isLabelHidden
            label="Least land"
            name="land-min"
            value={`${land?.min ?? ""}`}
            choices={landChoices(land?.min ?? null, "No min")}
          />
          <SelectField
            isLabelHidden
            label="Most land"
            name="land-max"
            value={`${land?.max ?? ""}`}
            choices={landChoices(land?.max ?? null, "No max")}
          />
        </div>
      </fieldset>
      <div>
        <TickBox name="new" tick={newTick(newWithinDays, facets.new)} />
        {channel === "sold" ? null : <TickBox name="open" tick={openTick(open, facets.openThisWeekend)} />}
      </div>
      {ticks.length === 0 ? (
        <p className="text-muted text-sm">Features are listed here once fewer homes are left.</p>
      ) : (
        <TickList name="feature" legend="Features" ticks={ticks} />
      )}
    </FilterMenu>
  );
}
