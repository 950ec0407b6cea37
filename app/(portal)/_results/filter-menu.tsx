import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "@/app/_ui/icon";

type Props = {
  label: string;
  /** Of the fields in it. */
  names: readonly string[];
  /** What the form sends since it was changed; null before. */
  changed: string | null;
  /** How many things in it were chosen when the page came. */
  chosenCount: number;
  children: ReactNode;
  align?: "start" | "end";
};

/** Some of the filters behind a word: over the page where there is room beside it, else folded out in place. Open one, and the others close. */
export function FilterMenu({ label, names, changed, chosenCount, children, align = "start" }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  useLightDismiss(menu);
  const count = changed === null ? chosenCount : countOf(new URLSearchParams(changed), names);
  return (
    <details ref={menu} name="filter-menu" className="group/menu relative">
      <summary className="field flex list-none items-center justify-between gap-2 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 truncate">
          {label}
          {count > 0 ? ` (${count})` : ""}
        </span>
        <Icon of="chevron-down" className="size-4.5 text-muted group-open/menu:rotate-180" />
      </summary>
      <div
        className={`grid gap-5 max-lg:pt-4 lg:absolute lg:top-full lg:z-30 lg:mt-2 lg:max-h-[min(32rem,70vh)] lg:w-80 lg:overflow-y-auto lg:overscroll-contain lg:rounded-card lg:border lg:border-line lg:bg-raised lg:p-5 lg:shadow-raised ${align === "end" ? "lg:right-0" : "lg:left-0"}`}
      >
        {children}
      </div>
    </details>
  );
}

function countOf(sent: URLSearchParams, names: readonly string[]): number {
  return [...sent].filter(([name, value]) => names.includes(name) && value.trim() !== "").length;
}

/** Closes what lies over the page when somebody goes on elsewhere, or presses Escape in it. */
function useLightDismiss(menu: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const isOver = () => matchMedia("(width >= 64rem)").matches;
    const closeOutside = ({ target }: Event) => {
      const { current } = menu;
      if (current?.open && isOver() && target instanceof Node && !current.contains(target))
        current.open = false;
    };
    const closeOnEscape = ({ key, target }: KeyboardEvent) => {
      const { current } = menu;
      if (key !== "Escape" || !current?.open || !(target instanceof Node) || !current.contains(target))
        return;
      current.open = false;
      current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, [menu]);
}
