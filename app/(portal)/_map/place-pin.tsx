import type { Map as MapLibreMap } from "maplibre-gl";
import { useMemo, useRef } from "react";
import type { Point } from "@/lib/listings/search";
import { useMarkPositions } from "./use-mark-positions";

/** Where something stands on a map. */
export function PlacePin({ map, name, position }: { map: MapLibreMap; name: string; position: Point }) {
  const list = useRef<HTMLUListElement>(null);
  const { lng, lat } = position;
  const marks = useMemo(() => [{ position: { lng, lat } }], [lng, lat]);
  useMarkPositions(map, list, marks);
  return (
    <ul ref={list} aria-label="On this map">
      <li className="absolute top-0 left-0 size-0">
        <span role="img" aria-label={name} className="map-pin" />
      </li>
    </ul>
  );
}
