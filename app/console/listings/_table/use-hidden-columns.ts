import { useEffect, useState } from "react";

const KEY = "verandah-console-listings-hidden";

/** Which columns are hidden on this device; what stands in `usual` until somebody has chosen. */
export function useHiddenColumns(usual: readonly string[]) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(usual));
  useEffect(() => {
    const kept = localStorage.getItem(KEY);
    if (kept !== null) setHidden(new Set(kept.split(",")));
  }, []);
  const keep = (next: ReadonlySet<string>) => {
    setHidden(next);
    localStorage.setItem(KEY, [...next].join(","));
  };
  return [hidden, keep] as const;
}
