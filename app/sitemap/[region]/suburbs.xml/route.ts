import { AppError } from "@/lib/errors";
import { handler } from "@/lib/http/handler";
import { publicUrl } from "@/lib/http/public-url";
import { xmlAnswer } from "@/lib/http/xml-answer";
import { listStockedLocalities } from "@/lib/localities/stock-queries";
import { sitemapXml } from "@/lib/syndication/sitemap-xml";

export const GET = handler(async (_request, { params }: RouteContext<"/sitemap/[region]/suburbs.xml">) => {
  const { region } = await params;
  const slugs = await listStockedLocalities(region);
  if (slugs.length === 0) throw new AppError("not_found", "No suburb of such a region has a listing.");
  return xmlAnswer(sitemapXml(slugs.map((slug) => ({ url: publicUrl(`/suburb/${region}/${slug}`) }))));
});
