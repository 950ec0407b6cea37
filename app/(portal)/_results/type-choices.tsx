import { typeName } from "@/app/(portal)/_listing/listing-words";
import { PROPERTY_TYPES, type PropertyType } from "@/lib/listings/listing";
import { countWords } from "./search-words";

type Props = {
  chosen: readonly PropertyType[];
  /** How many each type would leave. */
  counts: Readonly<Record<PropertyType, number>>;
};

export function TypeChoices({ chosen, counts }: Props) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">Property type</legend>
      <ul className="grid max-lg:grid-cols-2 max-lg:gap-x-6">
        {PROPERTY_TYPES.map((type) => (
          <li key={type}>
            <label className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded px-1 hover:bg-sunken">
              <input
                type="checkbox"
                name="type"
                value={type}
                defaultChecked={chosen.includes(type)}
                className="size-4.5 accent-accent"
              />
              <span className="flex-1">{typeName(type)}</span>
              <span className="text-muted text-sm">
                {countWords(counts[type])}
                <span className="sr-only"> homes</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
