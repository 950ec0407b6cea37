import { useEffect, useState } from "react";
import type { LateModule } from "./late-module";

/** The page comes first. */
const IDLE_WAIT_MS = 1_500;

/** Code and all that it stands on, from when it is wanted. */
export function useLateModule<Module>(late: LateModule<Module>, isWanted: boolean) {
  const [module, setModule] = useState(late.loaded);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isWanted || module !== null || hasFailed) return;
    let isLeft = false;
    const load = async () => {
      try {
        const loaded = await late.load();
        late.loaded = loaded;
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
  }, [late, isWanted, module, hasFailed]);
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
