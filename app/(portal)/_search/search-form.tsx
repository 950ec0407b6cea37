import { Icon } from "@/app/_ui/icon";
import { SelectField } from "@/app/_ui/select-field";
import type { Channel } from "@/lib/listings/listing";
import { PlaceField } from "./place-field";

const CHANNEL_CHOICES: readonly { value: Channel; label: string }[] = [
  { value: "buy", label: "Buy" },
  { value: "rent", label: "Rent" },
  { value: "sold", label: "Sold" },
];

const BEDS = [
  { value: "", label: "Any" },
  ...[1, 2, 3, 4, 5].map((beds) => ({ value: `${beds}-`, label: `${beds} or more` })),
];

/** The search box: a plain form to /search, which finds out what place is meant. */
export function SearchForm({ channel = "buy", place = "" }: { channel?: Channel; place?: string }) {
  return (
    <search className="relative z-10 block w-full max-w-4xl">
      <form
        action="/search"
        className="grid gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-5 md:gap-5"
      >
        <ChannelChoice channel={channel} />
        <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_9.5rem_8.5rem_auto] md:items-end md:gap-3">
          <PlaceField initial={place} />
          <label className="block">
            <span className="mb-1 block font-medium text-sm">Price up to</span>
            <input
              name="price-max"
              inputMode="decimal"
              autoComplete="off"
              placeholder="No limit"
              className="field"
            />
          </label>
          <SelectField label="Bedrooms" name="beds" value="" choices={BEDS} />
          <button type="submit" className="button">
            <Icon of="search" />
            Search
          </button>
        </div>
      </form>
    </search>
  );
}

function ChannelChoice({ channel }: { channel: Channel }) {
  return (
    <fieldset className="flex">
      <legend className="sr-only">What are you looking for?</legend>
      <div className="flex rounded-lg bg-sunken p-1">
        {CHANNEL_CHOICES.map(({ value, label }) => (
          <label key={value} className="relative">
            <input
              type="radio"
              name="channel"
              value={value}
              defaultChecked={value === channel}
              className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-md"
            />
            <span className="pointer-events-none relative block rounded-md px-4 py-2 font-semibold text-muted text-sm peer-checked:bg-accent peer-checked:text-accent-ink sm:px-6">
              {label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
