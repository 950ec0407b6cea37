import { z } from "zod";
import type { Lifetime } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";
import type { SitemapEntry } from "@/lib/listings/sitemap-part";
import { ANY_PLACE, PLACE_TABLES, regionPlacesTag, regionTag } from "@/lib/localities/freshness";

const HOUR = 3_600_000;

/** Read by a few crawlers, some times a day. */
export const SITEMAP_LIFETIME: Lifetime = {
  reason: "Few ask, but each for all of them; every change of what they say is known.",
  freshForMs: HOUR,
  staleForMs: HOUR,
  usableForMs: 24 * HOUR,
  jitter: 0.1,
};

const ENTRIES: z.ZodType<readonly SitemapEntry[]> = z.array(
  z.object({ path: z.string(), changedAt: z.string() }),
);

/** The number of the last part: a look at the end of an index. */
export function sitemapPartsRead(): Read<number> {
  return {
    key: "sitemap-parts",
    tags: ["listings", "stock:buy", "stock:rent", "stock:sold"],
    lifetime: SITEMAP_LIFETIME,
    shape: { name: "sitemap-parts", version: 1, parse: (stored) => z.number().parse(stored) },
  };
}

/** Which regions have something in a part. Apart for each, so that an edit does not have all listings looked through. */
export function sitemapRegionsRead(part: number): Read<readonly string[]> {
  return {
    key: `sitemap-regions/${part}`,
    tags: ["listings", ...ANY_PLACE, `listing-part:${part}`],
    lifetime: SITEMAP_LIFETIME,
    shape: { name: "sitemap-regions", version: 1, parse: (stored) => z.array(z.string()).parse(stored) },
  };
}

export function sitemapPartRead(region: string, part: number): Read<readonly SitemapEntry[]> {
  return {
    key: `sitemap/${region}/${part}`,
    tags: ["listings", ...PLACE_TABLES, `listing-part:${part}`],
    lifetime: SITEMAP_LIFETIME,
    shape: { name: "sitemap", version: 1, parse: (stored) => ENTRIES.parse(stored) },
  };
}

/** The rest of what a part depends on: the region and the names of its places, or that there is no such region. */
export function sitemapPartTags(region: number | null): readonly string[] {
  return region === null ? ANY_PLACE : [regionTag(region), regionPlacesTag(region)];
}
