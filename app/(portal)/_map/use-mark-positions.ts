import type { Map as MapLibreMap } from "maplibre-gl";
import { type RefObject, useLayoutEffect } from "react";
import type { Mark } from "./map-marks";

/** Keeps each item of a list where its mark stands, as the map moves. What lies outside is hidden, from the keyboard too. */
export function useMarkPositions(
  map: MapLibreMap,
  list: RefObject<HTMLUListElement | null>,
  marks: readonly Pick<Mark, "position">[],
): void {
  useLayoutEffect(() => {
    const place = () => {
      const { clientWidth, clientHeight } = map.getContainer();
      for (const [index, { position }] of marks.entries()) {
        const item = list.current?.children[index];
        if (!(item instanceof HTMLElement)) continue;
        const { x, y } = map.project(position);
        const isInside = x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight;
        item.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
        item.style.visibility = isInside ? "" : "hidden";
      }
    };
    place();
    map.on("move", place);
    map.on("resize", place);
    return () => {
      map.off("move", place);
      map.off("resize", place);
    };
  }, [map, list, marks]);
}
