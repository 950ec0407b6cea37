import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ListingMap } from "@/lib/listings/listing-map";
import { HomesCard } from "./homes-card";
import { type CardPlace, cardPlace, type Mark, marksOf } from "./map-marks";
import { markName, markText } from "./mark-words";
import { useMarkPositions } from "./use-mark-positions";

type Open = { readonly key: string; readonly place: CardPlace };

/** Pixels that are left around what comes nearer; above there are the map's own buttons. */
const AROUND = { top: 110, bottom: 64, left: 72, right: 80 };
/** Pixels; what the class of the card says. */
const CARD_WIDTH = 256;

/** Everything on the map that can be pressed, as buttons over it, in the order in which they are read. */
export function MapMarksList({ map, found }: { map: MapLibreMap; found: ListingMap }) {
  const marks = useMemo(() => marksOf(found), [found]);
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState<Open | null>(null);
  useMarkPositions(map, list, marks);

  useEffect(() => {
    const close = ({ originalEvent }: { originalEvent: Event }) => {
      if (originalEvent.target === map.getCanvas()) setOpen(null);
    };
    map.on("click", close);
    return () => {
      map.off("click", close);
    };
  }, [map]);

  const press = (mark: Mark, isByKeyboard: boolean) => {
    if (mark.kind === "homes") {
      const { clientWidth: width, clientHeight: height } = map.getContainer();
      const at = map.project(mark.position);
      const place = cardPlace(at, { width, height }, CARD_WIDTH);
      setOpen(open?.key === mark.key ? null : { key: mark.key, place });
      return;
    }
    const { west, south, east, north } = mark.cluster.bounds;
    // Its button goes with it: the map keeps the focus, and the next stop is its first mark.
    if (isByKeyboard) map.getCanvas().focus();
    map.fitBounds([west, south, east, north], { padding: AROUND, maxZoom: 17 }, { byVisitor: true });
  };

  return (
    <ul ref={list} aria-label="Homes on this map">
      {marks.map((mark) => {
        const place = open?.key === mark.key ? open.place : null;
        return (
          <li
            key={mark.key}
            className={`absolute top-0 left-0 size-0 focus-within:z-10 hover:z-10 ${place ? "z-20" : ""}`}
          >
            <button
              type="button"
              aria-label={markName(mark)}
              aria-expanded={mark.kind === "homes" ? place !== null : undefined}
              onClick={({ detail }) => press(mark, detail === 0)}
              className={`map-mark ${mark.kind === "cluster" ? "map-cluster" : "map-home"}`}
            >
              <span dir="auto" className="truncate">
                {markText(mark)}
              </span>
            </button>
            {mark.kind === "homes" && place ? (
              <HomesCard homes={mark.homes} place={place} onClose={() => setOpen(null)} />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
