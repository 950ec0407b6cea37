import "server-only";
import type { Read } from "@/lib/cache/read";
import { listingPath, listingSlug } from "@/lib/listings/listing-path";
import {
  sitemapPartRead,
  sitemapPartsRead,
  sitemapPartTags,
  sitemapRegionsRead,
} from "@/lib/listings/sitemap-freshness";
import type { SitemapEntry, SitemapPart } from "@/lib/listings/sitemap-part";
import {
  SITEMAP_PARTS,
  type SitemapRow,
  sitemapPartStatement,
  sitemapRegionsStatement,
} from "@/lib/listings/sitemap-statement";
import { cachedRead, cachedReads } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/** The parts of sitemaps that hold something, by number; a statement for the last of them, and one for those that changed. */
export async function listSitemapParts(): Promise<readonly SitemapPart[]> {
  const count = await cachedRead(sitemapPartsRead(), async () => {
    const [row] = await runtime().database.$queryRaw<{ parts: number }[]>(SITEMAP_PARTS);
    return row?.parts ?? 0;
  });
  const parts = Array.from({ length: count }, (_, at) => at + 1);
  const regions = await cachedReads(parts.map(sitemapRegionsRead), loadRegions);
  return parts.flatMap((part, at) => (regions[at] ?? []).map((region) => ({ region, part })));
}

/** Which regions have something in a part, by name; one statement. */
export async function listSitemapRegions(part: number): Promise<readonly string[]> {
  const [regions = []] = await cachedReads([sitemapRegionsRead(part)], loadRegions);
  return regions;
}

async function loadRegions(
  missing: readonly Read<readonly string[]>[],
): Promise<readonly (readonly string[])[]> {
  const parts = missing.map(({ key }) => Number(key.slice(key.indexOf("/") + 1)));
  const rows = await runtime().database.$queryRaw<{ part: number; regions: string[] }[]>(
    sitemapRegionsStatement(parts),
  );
  const byPart = new Map(rows.map(({ part, regions }) => [part, regions]));
  return parts.map((part) => byPart.get(part) ?? []);
}

/** The public listings of a part, sold ones too, by id; empty where there is no such region or part. One statement. */
export function getSitemapPart(region: string, part: number): Promise<readonly SitemapEntry[]> {
  return cachedRead(sitemapPartRead(region, part), async ({ addTags }) => {
    const [row] = await runtime().database.$queryRaw<{ regionId: number; rows: SitemapRow[] }[]>(
      sitemapPartStatement(region, part),
    );
    addTags(...sitemapPartTags(row?.regionId ?? null));
    return (row?.rows ?? []).map((listing) => toEntry(region, listing));
  });
}

function toEntry(region: string, { id, street, propertyType, name, changedAt }: SitemapRow): SitemapEntry {
  const locality = { name, slug: "", postcode: null, region: { slug: region, code: "", name: "" } };
  return { path: listingPath({ id, slug: listingSlug({ street, propertyType, locality }) }), changedAt };
}
