import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { borrowMap, type FirstView, isMapMade, type MapHost, takeBackMap } from "./map-host";

/**
 * The map, while this container shows it. A new one is made when it is known where it looks first: to be turned at once would draw
 * everything twice. `hasFailed`: this browser cannot draw one.
 */
export function useMap(
  container: RefObject<HTMLElement | null>,
  styleUrl: string | null,
  firstView: FirstView | undefined,
) {
  const [host, setHost] = useState<MapHost | null>(null);
  const [hasFailed, setFailed] = useState(false);
  // One that was made is shown at once, and stays while the next search is asked for.
  const isReady = isMapMade() || firstView !== undefined;
  const borrow = useEffectEvent((element: HTMLElement) => borrowMap(element, styleUrl, firstView));
  useEffect(() => {
    if (container.current === null || !isReady) return;
    try {
      setHost(borrow(container.current));
    } catch {
      setFailed(true);
    }
    return takeBackMap;
  }, [container, isReady]);
  return { host, hasFailed };
}
