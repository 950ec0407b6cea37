import { XML_HEAD, xmlElement, xmlText } from "@/lib/syndication/xml-text";

export type FeedItem = {
  /** Never that of another item, whatever changes. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly summary: string;
  /** An ISO instant or day; null when it has none. */
  readonly publishedAt: string | null;
};

export type Feed = {
  readonly title: string;
  readonly summary: string;
  /** Of the page that shows the same, and of the feed itself. */
  readonly pageUrl: string;
  readonly feedUrl: string;
  readonly items: readonly FeedItem[];
};

/** Of how many minutes a reader may think an answer fresh. */
const TTL_MIN = 5;

/** A feed as RSS 2.0 (rssboard.org); its items in their order, texts as plain text. The same feed is always the same bytes. */
export function rssXml({ title, summary, pageUrl, feedUrl, items }: Feed): string {
  return [
    XML_HEAD,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n',
    `${xmlElement("title", title)}\n${xmlElement("link", pageUrl)}\n${xmlElement("description", summary)}\n`,
    `<atom:link href="${xmlText(feedUrl)}" rel="self" type="application/rss+xml"/>\n`,
    `<language>en-au</language>\n<ttl>${TTL_MIN}</ttl>\n`,
    ...items.map(item),
    "</channel>\n</rss>\n",
  ].join("");
}

/** A description is read as HTML: what is plain text in it is escaped once for that, and once for XML. */
function item({ id, title, url, summary, publishedAt }: FeedItem): string {
  const date = publishedAt === null ? "" : xmlElement("pubDate", new Date(publishedAt).toUTCString());
  return [
    "<item>",
    ...[xmlElement("title", title), xmlElement("link", url)],
    `<guid isPermaLink="false">${xmlText(id)}</guid>`,
    ...[date, xmlElement("description", xmlText(summary)), "</item>\n"],
  ].join("");
}
