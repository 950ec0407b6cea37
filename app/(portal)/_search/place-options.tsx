import { type LocalityRef, localityKey } from "@/lib/localities/locality";

type Props = {
  id: string;
  options: readonly LocalityRef[];
  active: number;
  onPick(option: LocalityRef): void;
};

/** The list of a combobox; focus stays in its text field, so that a press must not take it away. */
export function PlaceOptions({ id, options, active, onPick }: Props) {
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label="Suggestions"
      hidden={options.length === 0}
      className="absolute inset-x-0 top-full z-20 mt-1.5 overflow-hidden rounded-lg border border-edge bg-surface py-1 shadow-card"
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the text field, where focus stays.
        <div
          key={localityKey(option)}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(option)}
          className="flex min-h-11 cursor-pointer items-baseline gap-2 px-3 py-2.5 hover:bg-sunken aria-selected:bg-accent aria-selected:text-accent-ink"
        >
          <span className="font-medium">{option.name}</span>{" "}
          <span className="text-sm opacity-80">
            {option.region.code} {option.postcode}
          </span>
        </div>
      ))}
    </div>
  );
}
