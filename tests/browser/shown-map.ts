import type { Page } from "@playwright/test";
import type { Map as MapLibreMap } from "maplibre-gl";

/** Lets the functions below find the map of a page that is opened from now on. */
export async function rememberMap(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener("verandah:map", (event) => {
      if (event instanceof CustomEvent) Object.assign(window, { shownMap: event.detail });
    });
  });
}

/** Until the map is loaded and does not move. */
export async function standsStill(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const map: MapLibreMap | undefined = Reflect.get(window, "shownMap");
    return map?.loaded() && !map.isMoving();
  });
}

/** Runs in the page: how much MapLibre draws of these layers. */
export function drawn(page: Page, layers: readonly string[]): Promise<number> {
  return page.evaluate((asked) => {
    const map: MapLibreMap = Reflect.get(window, "shownMap");
    return map.queryRenderedFeatures({ layers: [...asked] }).length;
  }, layers);
}

/** Where the map looks. */
export function center(page: Page): Promise<{ readonly lng: number; readonly lat: number }> {
  return page
    .evaluate(() => {
      const map: MapLibreMap = Reflect.get(window, "shownMap");
      return map.getCenter().toArray();
    })
    .then(([lng, lat]) => ({ lng, lat }));
}
