import { useEffect, useState } from "react";

type MapModule = typeof import("./results-map");

/** The page comes first. */
const IDLE_WAIT_MS = 1_500;

/** Once it is there, the map of the next page does not wait for it. */
let loaded: MapModule | null = null;

/** The map's code and all that it stands on, from when it is wanted. */
export function useMapModule(isWanted: boolean) {
  const [module, setModule] = useState(loaded);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isWanted || module !== null || hasFailed) return;
    let isLeft = false;
    const load = async () => {
      try {
        loaded = await import("./results-map");
        if (!isLeft) setModule(loaded);
      } catch {
        if (!isLeft) setFailed(true);
      }
    };
    const cancel = whenIdle(load);
    return () => {
      isLeft = true;
      cancel();
    };
  }, [isWanted, module, hasFailed]);
  return { module: isWanted ? module : null, hasFailed, tryAgain: () => setFailed(false) };
}

/** Safari does not say when it is idle. */
function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(act, 100);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: IDLE_WAIT_MS });
  return () => cancelIdleCallback(handle);
}
