import { useEffect } from "react";
import type { Point } from "@/lib/listings/search";
import type { MapHost } from "./map-host";

/** Near enough for the streets of a provider; the portal's own map has none, and shows the suburbs around. */
const ZOOM = { provider: 15, own: 12 };

export function placeView({ lng, lat }: Point, styleUrl: string | null) {
  return { center: [lng, lat] as [number, number], zoom: styleUrl === null ? ZOOM.own : ZOOM.provider };
}

/** Turns the map to one place. The page scrolls on over it: two fingers move it, or the wheel with a key. */
export function usePlace(host: MapHost | null, { lng, lat }: Point, styleUrl: string | null): void {
  useEffect(() => {
    if (host === null) return;
    const { map } = host;
    // Whoever goes on to a search finds the map turned to that.
    host.fitted = `${lng} ${lat}`;
    host.asked = null;
    map.jumpTo(placeView({ lng, lat }, styleUrl));
    map.cooperativeGestures.enable();
    return () => map.cooperativeGestures.disable();
  }, [host, lng, lat, styleUrl]);
}
