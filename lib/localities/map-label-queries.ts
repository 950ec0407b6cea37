import "server-only";
import type { Bounds } from "@/lib/listings/search";
import type { MapLabel } from "@/lib/localities/map-label";
import { mapLabelsRead } from "@/lib/localities/map-label-freshness";
import { cachedRead } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/** More names do not fit on a map. */
const LABELS_MAX = 60;

/** The localities in a window of a map that have most public listings, the busiest first, at most LABELS_MAX; one statement. */
export function listMapLabels(bounds: Bounds): Promise<readonly MapLabel[]> {
  const { west, south, east, north } = bounds;
  return cachedRead(
    mapLabelsRead(bounds),
    () => runtime().database.$queryRaw<MapLabel[]>`
    SELECT p.name, p.longitude AS lng, p.latitude AS lat
    FROM locality p
    LEFT JOIN (SELECT locality_id, sum(buy + rent + sold) AS listings FROM locality_stock GROUP BY locality_id) stock
      ON stock.locality_id = p.id
    WHERE p.latitude BETWEEN ${south}::float8 AND ${north}::float8 AND p.longitude BETWEEN ${west}::float8 AND ${east}::float8
    ORDER BY stock.listings DESC NULLS LAST, p.id
    LIMIT ${LABELS_MAX}`,
  );
}
