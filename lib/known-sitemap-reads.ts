import "server-only";
import type { KnownRead } from "@/lib/known-reads";
import { sitemapPartRead, sitemapPartsRead, sitemapRegionsRead } from "@/lib/listings/sitemap-freshness";
import { getSitemapPart, listSitemapParts, listSitemapRegions } from "@/lib/listings/sitemap-queries";

/** A read of sitemaps, by what its key begins with and what follows there: the index begins with "sitemap-parts". */
export function sitemapRead(
  kind: "sitemap-parts" | "sitemap-regions" | "sitemap",
  first = "",
  second: string | number = "",
): KnownRead {
  if (kind === "sitemap-parts") return { read: sitemapPartsRead(), ask: listSitemapParts };
  const part = Number(kind === "sitemap" ? second : first);
  return kind === "sitemap"
    ? { read: sitemapPartRead(first, part), ask: () => getSitemapPart(first, part) }
    : { read: sitemapRegionsRead(part), ask: () => listSitemapRegions(part) };
}
