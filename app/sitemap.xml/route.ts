import { getMemberParts } from "@/lib/agencies/sitemap-queries";
import { handler } from "@/lib/http/handler";
import { publicUrl } from "@/lib/http/public-url";
import { xmlAnswer } from "@/lib/http/xml-answer";
import { sitemapPartPath, suburbsPath } from "@/lib/listings/sitemap-part";
import { listSitemapParts } from "@/lib/listings/sitemap-queries";
import { listRegions } from "@/lib/localities/queries";
import { sitemapIndexXml } from "@/lib/syndication/sitemap-xml";

export const dynamic = "force-dynamic";

export const GET = handler(async () => {
  const [parts, regions, members] = await Promise.all([listSitemapParts(), listRegions(), getMemberParts()]);
  const paths = [
    ...parts.map(({ region, part }) => sitemapPartPath(region, part)),
    ...regions
      .filter(({ counts }) => counts.buy + counts.rent + counts.sold > 0)
      .map(({ slug }) => suburbsPath(slug)),
    ...partPaths("agencies", members.agencies),
    ...partPaths("agents", members.agents),
  ];
  return xmlAnswer(sitemapIndexXml(paths.map(publicUrl)));
});

function partPaths(kind: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => sitemapPartPath(kind, at + 1));
}
