import "server-only";
import { AppError, type FieldIssue } from "@/lib/errors";
import type { KnownRead } from "@/lib/known-reads";
import { mapRead } from "@/lib/listings/map-freshness";
import { getListingMap } from "@/lib/listings/map-queries";
import { parseMapQuery, parseMapWindow } from "@/lib/listings/map-query";
import { mapLabelsRead } from "@/lib/localities/map-label-freshness";
import { listMapLabels } from "@/lib/localities/map-label-queries";

/** What a map asks for, by the parameters of its address or what its key holds; AppError bad_request for what no map asks. */
export function readsOfMap(params: URLSearchParams): readonly KnownRead[] {
  const parsed = parseMapQuery(params);
  if (!parsed.ok) throw unreadable(parsed.issues);
  return [{ read: mapRead(parsed.query), ask: () => getListingMap(parsed.query) }];
}

/** The names on a map, likewise. */
export function readsOfMapLabels(params: URLSearchParams): readonly KnownRead[] {
  const parsed = parseMapWindow(params);
  if (!parsed.ok) throw unreadable(parsed.issues);
  const { bounds } = parsed.window;
  return [{ read: mapLabelsRead(bounds), ask: () => listMapLabels(bounds) }];
}

/** The names on a map, by the bounds in their key: a window on a coarser grid lies on the finest too. */
export function readsOfLabelsKey(bounds: string): readonly KnownRead[] {
  return readsOfMapLabels(new URLSearchParams({ bounds, zoom: "16" }));
}

function unreadable(issues: readonly FieldIssue[]): AppError {
  return new AppError("bad_request", "The map cannot be read.", { issues });
}
