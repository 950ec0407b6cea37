import { AttributionControl, Map as MapLibreMap, type MapOptions, setWorkerUrl } from "maplibre-gl";
import type { Bounds } from "@/lib/listings/search";
import { readPalette, watchTheme } from "./map-palette";
import { LABELS, offlineStyle, paintsOf } from "./offline-style";

// As a file of its own: where a bundler takes the worker in, it stays silent and the map blank.
setWorkerUrl(new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).href);
const LAND_URL = new URL("./land.geojson", import.meta.url).href;

/** Where a map looks when it is made. */
export type FirstView = Pick<MapOptions, "center" | "zoom" | "bounds" | "fitBoundsOptions">;

/** Where there is nothing to look at: Australia. */
export const NOWHERE: FirstView = { center: [134, -27], zoom: 2.5 };
const ZOOM = { minZoom: 1, maxZoom: 18 };
/** Beside what is found there is room for its marks; a window is what was seen. */
const PADDING = { window: 0, found: { top: 80, bottom: 64, left: 64, right: 72 } };
const FITTED_ZOOM_MAX = 15;
/** A provider that has not answered by then does without. */
const STYLE_WAIT_MS = 8_000;

/** The one map, and what is remembered of it between pages. */
export type MapHost = {
  readonly element: HTMLElement;
  readonly map: MapLibreMap;
  /** Whose style is shown; none while one is on its way. */
  style: "provider" | "own" | null;
  /** The search, or the place, that the map was last turned to. */
  fitted: string | null;
  /** The window that was last searched from the map, as addresses have it. */
  asked: string | null;
};

/** One for all pages: browsers have few WebGL contexts, and making one is seen. */
let host: MapHost | null = null;

/** A window that was seen, or one around what was found. */
export function viewAround({ west, south, east, north }: Bounds, wasSeen: boolean) {
  return {
    bounds: [west, south, east, north] as [number, number, number, number],
    fitBoundsOptions: { padding: wasSeen ? PADDING.window : PADDING.found, maxZoom: FITTED_ZOOM_MAX },
  };
}

/** The map, in this container until it is taken back. Throws where the browser cannot draw one. */
export function borrowMap(
  container: HTMLElement,
  styleUrl: string | null,
  firstView: FirstView = NOWHERE,
): MapHost {
  if (host === null) {
    const element = document.createElement("div");
    element.className = "size-full";
    container.append(element);
    host = makeHost(element, styleUrl, firstView);
  } else container.append(host.element);
  host.map.resize();
  return host;
}

export function isMapMade(): boolean {
  return host !== null;
}

export function takeBackMap(): void {
  host?.element.remove();
}

/** Acts now if there is a style, and whenever there is another. Returns how to stop. */
export function whenStyled({ map, style }: MapHost, act: () => void): () => void {
  if (style !== null) act();
  map.on("style.load", act);
  return () => {
    map.off("style.load", act);
  };
}

function makeHost(element: HTMLElement, styleUrl: string | null, firstView: FirstView): MapHost {
  const own = () => offlineStyle(readPalette(), LAND_URL);
  const map = new MapLibreMap({
    ...{ container: element, style: styleUrl ?? own(), ...firstView, ...ZOOM },
    ...{ attributionControl: false, renderWorldCopies: false, dragRotate: false, pitchWithRotate: false },
    ...{ touchPitch: false, locale: { "Map.Title": "Map" } },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new AttributionControl({ compact: false }));
  const made: MapHost = { element, map, style: null, fitted: null, asked: null };
  let expected: "provider" | "own" = styleUrl === null ? "own" : "provider";
  map.on("style.load", () => {
    made.style = expected;
  });
  if (styleUrl !== null)
    onFailure(map, () => {
      expected = "own";
      made.style = null;
      map.setStyle(own(), { diff: false });
    });
  watchTheme(() => {
    if (made.style === "own") repaint(map);
  });
  document.dispatchEvent(new CustomEvent("verandah:map", { detail: map }));
  return made;
}

/** Acts once if the style does not come, or something of it does not before it was first seen whole. */
function onFailure(map: MapLibreMap, act: () => void): void {
  const fail = () => {
    settle();
    act();
  };
  const timer = setTimeout(fail, STYLE_WAIT_MS);
  const keepWaiting = () => clearTimeout(timer);
  const settle = () => {
    keepWaiting();
    map.off("error", fail);
    map.off("idle", settle);
    map.off("style.load", keepWaiting);
  };
  map.on("error", fail);
  map.on("idle", settle);
  map.on("style.load", keepWaiting);
}

function repaint(map: MapLibreMap): void {
  const { water, land, coast, labels } = paintsOf(readPalette());
  map.setPaintProperty("water", "background-color", water["background-color"]);
  map.setPaintProperty("land", "fill-color", land["fill-color"]);
  map.setPaintProperty("coast", "line-color", coast["line-color"]);
  map.setPaintProperty(LABELS, "text-color", labels["text-color"]);
  map.setPaintProperty(LABELS, "text-halo-color", labels["text-halo-color"]);
}
