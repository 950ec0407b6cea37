import "server-only";
import { busyLocalitiesRead, stockedLocalitiesRead } from "@/lib/localities/freshness";
import type { LocalityRef } from "@/lib/localities/locality";
import { cachedRead } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

const BUSY_PER_REGION = 2;
const BUSY_MAX = 6;
/** As many as a part of a sitemap may hold of anything (docs/decisions/0036-sitemaps-by-ids.md). No region has half as many places. */
const STOCKED_MAX = 10_000;

/** Where most is for sale: the busiest place of each region, the region with the most first, then each one's second. One statement. */
export function listBusyLocalities(): Promise<readonly LocalityRef[]> {
  return cachedRead(
    busyLocalitiesRead(),
    () => runtime().database.$queryRaw<LocalityRef[]>`
    SELECT slug, name, postcode, region FROM (
      SELECT p.slug, p.name, p.postcode, stock.buy,
        json_build_object('slug', r.slug, 'code', r.code, 'name', r.name) AS region,
        row_number() OVER (PARTITION BY r.id ORDER BY stock.buy DESC, p.id) AS place
      FROM (SELECT locality_id, sum(buy) AS buy FROM locality_stock GROUP BY locality_id HAVING sum(buy) > 0) stock
        JOIN locality p ON p.id = stock.locality_id JOIN region r ON r.id = p.region_id
    ) ranked
    WHERE place <= ${BUSY_PER_REGION} ORDER BY place, buy DESC, name LIMIT ${BUSY_MAX}`,
  );
}

/** The slugs of a region's places in which anything is public, what was sold too, by slug; empty where there is no such region. One statement. */
export function listStockedLocalities(region: string): Promise<readonly string[]> {
  return cachedRead(stockedLocalitiesRead(region), async () => {
    const rows = await runtime().database.$queryRaw<{ slug: string }[]>`
      SELECT p.slug FROM region r JOIN locality p ON p.region_id = r.id
        JOIN (SELECT locality_id FROM locality_stock GROUP BY locality_id HAVING sum(buy + rent + sold) > 0) stock
          ON stock.locality_id = p.id
      WHERE r.slug = ${region} ORDER BY p.slug LIMIT ${STOCKED_MAX}`;
    return rows.map(({ slug }) => slug);
  });
}
