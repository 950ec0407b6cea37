import { AppError } from "@/lib/errors";
import { ListingId } from "@/lib/listings/listing";

/**
 * Ids that share a part of a sitemap: part 1 holds those from 1 to 10,000. So what a part holds can be asked by its ids, is bounded without
 * being counted, and stays where it is whatever comes and goes. Of the 50,000 addresses that a sitemap may hold (sitemaps.org) it is a
 * fifth: such an answer, with its compressed forms, is as long as the cache keeps.
 */
export const SITEMAP_SPAN = 10_000;

/** A part that holds something. */
export type SitemapPart = { readonly region: string; readonly part: number };

/** A public listing in a sitemap: its path, and the instant at which it was last changed. */
export type SitemapEntry = { readonly path: string; readonly changedAt: string };

/** The number of the part that a file name gives ("12.xml"). AppError not_found for what is no such name, or beyond all ids. */
export function sitemapPartNamed(name: string): number {
  const [, digits] = /^([1-9]\d{0,5})\.xml$/.exec(name) ?? [];
  const part = Number(digits);
  if (ListingId.safeParse((part - 1) * SITEMAP_SPAN + 1).success) return part;
  throw new AppError("not_found", `There is no sitemap "${name.slice(0, 40)}".`);
}

/** The path of a part. */
export function sitemapPartPath(region: string, part: number): string {
  return `/sitemap/${region}/${part}.xml`;
}

/** The name of the file that lists the suburbs of a region, beside its parts. */
export const SUBURBS_FILE = "suburbs.xml";

/** Its path. */
export function suburbsPath(region: string): string {
  return `/sitemap/${region}/${SUBURBS_FILE}`;
}
