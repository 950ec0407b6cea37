import { type KeyboardEvent, useState } from "react";

type Means = {
  readonly keys: readonly string[];
  readonly onPick: ((key: string) => void) | undefined;
  readonly onOpen: ((key: string) => void) | undefined;
};

/** Moving through the rows with the arrows, Home and End; space selects, Enter opens. Inside a row, keys belong to what has the focus. */
export function useRowKeys({ keys, onPick, onOpen }: Means) {
  const [last, setLast] = useState<string>();
  const stop = last !== undefined && keys.includes(last) ? last : keys[0];

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target;
    if (!(row instanceof HTMLTableRowElement) || stop === undefined) return;
    const to = goal(event.key, keys.indexOf(stop), keys.length);
    if (to !== undefined) event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")[to]?.focus();
    else if (event.key === " " && onPick !== undefined) onPick(stop);
    else if (event.key === "Enter" && onOpen !== undefined) onOpen(stop);
    else return;
    event.preventDefault();
  };
  return { stop, setLast, onKeyDown };
}

/** The index to go to, within the rows. */
function goal(key: string, from: number, count: number): number | undefined {
  if (key === "ArrowDown") return Math.min(from + 1, count - 1);
  if (key === "ArrowUp") return Math.max(from - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}
