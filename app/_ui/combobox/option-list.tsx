import { Combobox as Base } from "@base-ui/react/combobox";
import type { MouseEvent } from "react";
import type { Option } from "@/app/_ui/combobox/option";
import { Icon } from "@/app/_ui/icon";

/** Stands in the list when it could not be loaded, where the arrow keys reach it; picking it asks once more. */
export const TRY_AGAIN: Option = { value: " try-again", label: "Try again" };

type Props = {
  label: string;
  phase: "loading" | "ready" | "failed";
  typed: string;
  isEmpty: boolean;
};

/** The focus stays in the field while its list is pressed. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** The popup of a combobox: how the loading goes, and the options. */
export function OptionList({ label, phase, typed, isEmpty }: Props) {
  const says = status({ phase, typed, isEmpty });
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} onMouseDown={keepFocus} className="z-50">
        <div aria-busy={phase === "loading"} className="popup w-(--anchor-width) min-w-60">
          <Base.Status className="px-3.5 py-2.5 text-muted empty:hidden">{says}</Base.Status>
          <Base.List
            aria-label={label}
            className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 data-empty:p-0"
          >
            {(option: Option) =>
              option === TRY_AGAIN ? (
                <TryAgain key={option.value} />
              ) : (
                <Line key={option.value} option={option} />
              )
            }
          </Base.List>
        </div>
      </Base.Positioner>
    </Base.Portal>
  );
}

function Line({ option }: { option: Option }) {
  return (
    <Base.Item value={option} className="popup-item">
      <span className="flex-1">
        {option.label}
        {option.note === undefined ? null : <span className="text-muted"> {option.note}</span>}
      </span>
      <Base.ItemIndicator>
        <Icon of="check" className="size-4 text-accent" />
      </Base.ItemIndicator>
    </Base.Item>
  );
}

function TryAgain() {
  return (
    <Base.Item value={TRY_AGAIN} className="popup-item font-medium text-accent">
      <Icon of="rotate-cw" className="size-4" />
      {TRY_AGAIN.label}
    </Base.Item>
  );
}

function status({ phase, typed, isEmpty }: Omit<Props, "label">): string {
  if (phase === "failed") return "The list did not come.";
  if (!isEmpty) return "";
  if (phase === "loading") return "Looking…";
  return typed.trim() === "" ? "Type to search." : `Nothing matches “${typed.trim()}”.`;
}
