import { type RefObject, useEffect, useState } from "react";
import { borrowMap, type MapHost, takeBackMap } from "./map-host";

/** The map, while this container shows it. `hasFailed`: this browser cannot draw one. */
export function useMap(container: RefObject<HTMLElement | null>, styleUrl: string | null) {
  const [host, setHost] = useState<MapHost | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (container.current === null) return;
    try {
      setHost(borrowMap(container.current, styleUrl));
    } catch {
      setFailed(true);
    }
    return takeBackMap;
  }, [container, styleUrl]);
  return { host, hasFailed };
}
