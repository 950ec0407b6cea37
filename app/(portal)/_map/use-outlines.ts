import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { useEffect } from "react";
import type { Point } from "@/lib/listings/search";
import { type MapHost, whenStyled } from "./map-host";
import { readPalette, watchTheme } from "./map-palette";
import { outlineShapes } from "./outline-shapes";

const SOURCE = "outlines";

/** Shows the area that is searched, and the one that is being drawn. */
export function useOutlines(
  host: MapHost | null,
  area: readonly Point[] | null,
  drawn: readonly Point[] | null,
) {
  useEffect(() => {
    if (host === null) return;
    const { map } = host;
    const show = () => {
      if (!map.getSource(SOURCE)) addLayers(map);
      map.getSource<GeoJSONSource>(SOURCE)?.setData(outlineShapes(area, drawn));
    };
    return whenStyled(host, show);
  }, [host, area, drawn]);

  useEffect(() => (host === null ? undefined : watchTheme(() => paint(host.map))), [host]);
}

function addLayers(map: MapLibreMap): void {
  map.addSource(SOURCE, { type: "geojson", data: outlineShapes(null, null) });
  map.addLayer({
    id: "outline-ground",
    type: "fill",
    source: SOURCE,
    filter: ["==", ["geometry-type"], "Polygon"],
  });
  map.addLayer({ id: "outline-sides", type: "line", source: SOURCE, paint: { "line-width": 2.5 } });
  map.addLayer({
    id: "outline-corners",
    type: "circle",
    source: SOURCE,
    filter: ["==", ["geometry-type"], "Point"],
  });
  paint(map);
}

function paint(map: MapLibreMap): void {
  if (!map.getSource(SOURCE)) return;
  const { accent, land } = readPalette();
  map.setPaintProperty("outline-ground", "fill-color", accent);
  map.setPaintProperty("outline-ground", "fill-opacity", 0.12);
  map.setPaintProperty("outline-sides", "line-color", accent);
  map.setPaintProperty("outline-corners", "circle-color", land);
  map.setPaintProperty("outline-corners", "circle-stroke-color", accent);
  map.setPaintProperty("outline-corners", "circle-stroke-width", 2.5);
}
