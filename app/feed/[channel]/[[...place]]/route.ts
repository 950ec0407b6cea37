import { resultsTitle } from "@/app/(portal)/_results/results-metadata";
import { activeFilters } from "@/app/(portal)/_results/search-words";
import { findSearchedPlace } from "@/app/(portal)/_results/searched-place";
import { feedItem } from "@/app/feed/_items/feed-item";
import { AppError } from "@/lib/errors";
import { handler } from "@/lib/http/handler";
import { publicUrl } from "@/lib/http/public-url";
import { xmlAnswer } from "@/lib/http/xml-answer";
import { askedSpelling } from "@/lib/listings/asked-spelling";
import { CHANNELS } from "@/lib/listings/listing";
import { searchListings } from "@/lib/listings/queries";
import { parseSearchPage, searchPath } from "@/lib/listings/search";
import { feedPath, feedSearch } from "@/lib/listings/search-feed";
import { rssXml } from "@/lib/syndication/rss-xml";

type Context = RouteContext<"/feed/[channel]/[[...place]]">;

export const GET = handler(async (request, { params }: Context) => {
  const { channel: named, place = [] } = await params;
  const channel = CHANNELS.find((each) => each === named);
  if (channel === undefined) throw new AppError("not_found", `There is no feed "${named.slice(0, 40)}".`);
  const { pathname, searchParams } = new URL(request.url);
  const parsed = parseSearchPage(channel, place, searchParams);
  if (!parsed.ok) throw new AppError("bad_request", "The search cannot be read.", { issues: parsed.issues });
  const search = feedSearch(parsed.search);
  const path = feedPath(search);
  if (askedSpelling(pathname, searchParams) !== path)
    return new Response(null, { status: 308, headers: { Location: path, "Cache-Control": "no-store" } });
  const where = await findSearchedPlace(search);
  if (where === null) throw new AppError("not_found", "There is no such place.");
  const { items } = await searchListings(search);
  const filters = activeFilters(search).map(({ label }) => label);
  const title = [resultsTitle(channel, where), ...filters].join(", ");
  const feed = {
    ...{ title: `${title} · Verandah`, summary: `${title}, the newest first.` },
    ...{ pageUrl: publicUrl(searchPath(search)), feedUrl: publicUrl(path), items: items.map(feedItem) },
  };
  return xmlAnswer(rssXml(feed), "application/rss+xml");
});
