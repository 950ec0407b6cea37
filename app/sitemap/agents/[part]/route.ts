import { listMemberPaths } from "@/lib/agencies/sitemap-queries";
import { AppError } from "@/lib/errors";
import { handler } from "@/lib/http/handler";
import { publicUrl } from "@/lib/http/public-url";
import { xmlAnswer } from "@/lib/http/xml-answer";
import { sitemapPartNamed } from "@/lib/listings/sitemap-part";
import { sitemapXml } from "@/lib/syndication/sitemap-xml";

export const GET = handler(async (_request, { params }: RouteContext<"/sitemap/agents/[part]">) => {
  const paths = await listMemberPaths("agents", sitemapPartNamed((await params).part));
  if (paths.length === 0) throw new AppError("not_found", "Nobody stands in this part of the sitemap.");
  return xmlAnswer(sitemapXml(paths.map((path) => ({ url: publicUrl(path) }))));
});
