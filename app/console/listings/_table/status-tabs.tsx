import { statusName } from "@/app/console/listings/_words/status-words";
import type { ConsolePage } from "@/lib/listings/console-search";
import { LISTING_STATUSES } from "@/lib/listings/listing";

type Props = {
  counts: ConsolePage["counts"] | undefined;
  status: string | null;
  onChoose: (status: string | undefined) => void;
};

/** How many listings there are of each status, and the way to see only those. */
export function StatusTabs({ counts, status, onChoose }: Props) {
  const total =
    counts === undefined ? undefined : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tabs = [
    { value: undefined, label: "All", count: total },
    ...LISTING_STATUSES.map((value) => ({ value, label: statusName(value), count: counts?.[value] })),
  ];
  return (
    <nav aria-label="Status" className="overflow-x-auto border-line border-b [scrollbar-width:none]">
      <ul className="flex gap-1">
        {tabs.map(({ value, label, count }) => (
          <li key={label}>
            <button
              type="button"
              aria-current={(status ?? undefined) === value ? "true" : undefined}
              onClick={() => onChoose(value)}
              className="inline-flex min-h-(--control) cursor-pointer items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-3 font-medium text-muted -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:text-accent"
            >
              {label}
              <span className="min-w-6 rounded-full bg-sunken px-1.5 text-center text-ink text-xs leading-5">
                {count?.toLocaleString("en-AU") ?? "–"}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
