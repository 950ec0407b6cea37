import { XML_HEAD, xmlElement } from "@/lib/syndication/xml-text";

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A sitemap of these addresses, each with the instant of its last change where that is known. */
export function sitemapXml(pages: readonly { readonly url: string; readonly changedAt?: string }[]): string {
  const urls = pages.map(({ url, changedAt }) => {
    const changed = changedAt === undefined ? "" : xmlElement("lastmod", changedAt);
    return `<url>${xmlElement("loc", url)}${changed}</url>\n`;
  });
  return `${XML_HEAD}<urlset ${NAMESPACE}>\n${urls.join("")}</urlset>\n`;
}

/** An index of the sitemaps at these addresses. */
export function sitemapIndexXml(urls: readonly string[]): string {
  const sitemaps = urls.map((url) => `<sitemap>${xmlElement("loc", url)}</sitemap>\n`);
  return `${XML_HEAD}<sitemapindex ${NAMESPACE}>\n${sitemaps.join("")}</sitemapindex>\n`;
}
