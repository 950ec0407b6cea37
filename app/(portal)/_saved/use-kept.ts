import { useSyncExternalStore } from "react";
import { type Kept, noneKept, readKept, subscribeKept } from "./kept-ids";

/** The ids of what is kept in this browser, the latest first; none until the page's scripts run. */
export function useKept(kept: Kept): readonly number[] {
  return useSyncExternalStore(subscribeKept, () => readKept(kept), noneKept);
}
