import type { StyleSpecification } from "maplibre-gl";
import type { MapPalette } from "./map-palette";

export const LABELS = "labels";

const NOTHING = { type: "FeatureCollection" as const, features: [] };

/** Beyond, tiles of land are only enlarged. */
const LAND_ZOOM_MAX = 8;

/**
 * The portal's own map: an outline of land, and names. Without glyphs in it MapLibre draws letters with the fonts of the page, so that it
 * asks nobody for anything but the outline.
 */
export function offlineStyle(palette: MapPalette, landUrl: string): StyleSpecification {
  const paints = paintsOf(palette);
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: landUrl, maxzoom: LAND_ZOOM_MAX, attribution: "Outline: Natural Earth" },
      [LABELS]: { type: "geojson", data: NOTHING },
    },
    layers: [
      { id: "water", type: "background", paint: paints.water },
      { id: "land", type: "fill", source: "land", paint: paints.land },
      { id: "coast", type: "line", source: "land", paint: paints.coast },
      {
        ...{ id: LABELS, type: "symbol", source: LABELS, paint: paints.labels },
        layout: {
          ...{ "text-field": ["get", "name"], "text-font": [palette.font], "text-size": 13 },
          // The first is the busiest, and comes first where two do not fit.
          ...{ "symbol-sort-key": ["get", "rank"], "text-max-width": 8, "text-padding": 8 },
          // Beside the marks that stand there.
          ...{ "text-variable-anchor": ["top", "bottom"], "text-radial-offset": 1.8 },
        },
      },
    ],
  };
}

/** What of the style is a colour, layer by layer: a change of theme sets it anew. */
export function paintsOf({ land, water, coast, label }: MapPalette) {
  return {
    water: { "background-color": water },
    land: { "fill-color": land },
    coast: { "line-color": coast, "line-width": 0.75 },
    labels: { "text-color": label, "text-halo-color": land, "text-halo-width": 1.5 },
  } as const;
}
