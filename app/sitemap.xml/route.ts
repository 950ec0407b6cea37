import { handler } from "@/lib/http/handler";
import { publicUrl } from "@/lib/http/public-url";
import { xmlAnswer } from "@/lib/http/xml-answer";
import { sitemapPartPath } from "@/lib/listings/sitemap-part";
import { listSitemapParts } from "@/lib/listings/sitemap-queries";
import { sitemapIndexXml } from "@/lib/syndication/sitemap-xml";

export const dynamic = "force-dynamic";

export const GET = handler(async () => {
  const parts = await listSitemapParts();
  return xmlAnswer(
    sitemapIndexXml(parts.map(({ region, part }) => publicUrl(sitemapPartPath(region, part)))),
  );
});
