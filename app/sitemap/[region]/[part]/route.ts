import { AppError } from "@/lib/errors";
import { handler } from "@/lib/http/handler";
import { publicUrl } from "@/lib/http/public-url";
import { xmlAnswer } from "@/lib/http/xml-answer";
import { sitemapPartNamed } from "@/lib/listings/sitemap-part";
import { getSitemapPart } from "@/lib/listings/sitemap-queries";
import { sitemapXml } from "@/lib/syndication/sitemap-xml";

export const GET = handler(async (_request, { params }: RouteContext<"/sitemap/[region]/[part]">) => {
  const { region, part } = await params;
  const entries = await getSitemapPart(region, sitemapPartNamed(part));
  if (entries.length === 0) throw new AppError("not_found", "No listing stands in this part of the sitemap.");
  return xmlAnswer(sitemapXml(entries.map(({ path, changedAt }) => ({ url: publicUrl(path), changedAt }))));
});
