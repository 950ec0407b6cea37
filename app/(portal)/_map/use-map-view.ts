import { useEffect, useState } from "react";
import type { MapHost } from "./map-host";
import { type MapView, viewOf } from "./map-view";

/** What the map shows since it last stood still; null before it was turned to what is searched. */
export function useMapView(host: MapHost | null): MapView | null {
  const [view, setView] = useState<MapView | null>(null);
  useEffect(() => {
    if (host === null) return;
    const { map } = host;
    const look = () => {
      if (host.fitted !== null) setView(viewOf(map));
    };
    look();
    map.on("moveend", look);
    map.on("resize", look);
    return () => {
      map.off("moveend", look);
      map.off("resize", look);
    };
  }, [host]);
  return view;
}
