import fc from "fast-check";
import { expect, test } from "vitest";
import { rssXml } from "@/lib/syndication/rss-xml";
import { sitemapIndexXml, sitemapXml } from "@/lib/syndication/sitemap-xml";
import { xmlElement, xmlText } from "@/lib/syndication/xml-text";
import { readXml } from "@/tests/unit/syndication/read-xml";

const anyText = fc.array(
  fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("]]>", "<!--", "&amp;", "</item>", "\r\n", "\ud800", "\u0000", "\ufffe", '"', "'"),
  ),
);
const FEED = {
  ...{ title: "Homes", summary: "Newest.", pageUrl: "https://h.example/buy" },
  feedUrl: "https://h.example/feed/buy",
};

test("whatever a text is, its document is well-formed and reads back as it, but for what no document may hold", () => {
  fc.assert(
    fc.property(anyText, (parts) => {
      const text = parts.join("");
      const allowed = [...text].filter((character) =>
        /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]$/u.test(character),
      );
      expect(readXml(xmlElement("a", text))).toMatchObject([{ name: "a", text: allowed.join("") }]);
      expect(readXml(`<a b="${xmlText("&\"<'")}"/>`)).toMatchObject([{ attributes: { b: "&\"<'" } }]);
    }),
  );
});

test("no title or summary of a listing adds anything to a feed, and its summary stays text where HTML is expected", () => {
  fc.assert(
    fc.property(anyText, (parts) => {
      const [title, summary] = [parts.join(""), "<script>alert(1)</script>"];
      const item = { id: "1", title, summary, url: "https://h.example/listing/1", publishedAt: null };
      const elements = readXml(rssXml({ ...FEED, items: [item] }));
      expect(elements.map(({ name }) => name)).toEqual([
        ...["rss", "channel", "title", "link", "description", "atom:link", "language", "ttl"],
        ...["item", "title", "link", "guid", "description"],
      ]);
      expect(elements.at(-1)?.text).toBe("&lt;script&gt;alert(1)&lt;/script&gt;");
    }),
  );
});

test("an item keeps its name, and says its day as RSS asks", () => {
  const item = { id: "7", title: "A", summary: "B", url: "https://h.example/a-7" };
  const at = (publishedAt: string) => readXml(rssXml({ ...FEED, items: [{ ...item, publishedAt }] }));
  const textOf = (elements: ReturnType<typeof at>, name: string) =>
    elements.find((element) => element.name === name)?.text;
  expect(textOf(at("2026-11-26T01:02:03.000Z"), "pubDate")).toBe("Thu, 26 Nov 2026 01:02:03 GMT");
  expect(textOf(at("2026-11-26"), "pubDate")).toBe("Thu, 26 Nov 2026 00:00:00 GMT");
  expect(textOf(at("2026-11-26"), "guid")).toBe("7");
});

test("a sitemap names each address once with its change, and an index each sitemap", () => {
  const page = { url: "https://h.example/a?b=1&c=2", changedAt: "2026-11-26T00:00:00Z" };
  expect(readXml(sitemapXml([page])).slice(1)).toMatchObject([
    { name: "url" },
    { name: "loc", text: page.url },
    { name: "lastmod", text: page.changedAt },
  ]);
  expect(readXml(sitemapIndexXml([page.url])).slice(1)).toMatchObject([
    { name: "sitemap" },
    { name: "loc", text: page.url },
  ]);
});
