import type { Map as MapLibreMap } from "maplibre-gl";
import { IconButton } from "@/app/_ui/icon-button";

const MADE_BY_HAND = { byVisitor: true };

/** Nearer, farther, and drawing. */
export function MapTools({ map, onDraw }: { map: MapLibreMap; onDraw: (() => void) | null }) {
  return (
    <div className="dense absolute top-3 right-3 grid gap-1 rounded-control border border-line bg-raised p-1 shadow-card">
      <IconButton icon="plus" label="Nearer" onClick={() => map.zoomIn({}, MADE_BY_HAND)} />
      <IconButton icon="minus" label="Farther" onClick={() => map.zoomOut({}, MADE_BY_HAND)} />
      {onDraw === null ? null : <IconButton icon="spline" label="Draw an area" onClick={onDraw} />}
    </div>
  );
}
