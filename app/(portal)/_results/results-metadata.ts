import type { Metadata } from "next";
import type { Channel } from "@/lib/listings/listing";
import { type PageParameters, readAskedPage } from "./asked-page";
import { CHANNEL_WORDS } from "./channel-words";
import { activeFilters } from "./search-words";
import { findSearchedPlace, type SearchedPlace } from "./searched-place";

/** Title and description of a search's page; a page that will be refused or redirected says so itself. */
export async function resultsMetadata(
  channel: Channel,
  params: Promise<{ place?: string[] }>,
  searchParams: Promise<PageParameters>,
): Promise<Metadata> {
  const { place = [] } = await params;
  const { parse, redirectTo } = readAskedPage(channel, place, await searchParams);
  if (!parse.ok) return { title: "This search can’t be read", robots: { index: false } };
  if (redirectTo !== null) return {};
  const where = await findSearchedPlace(parse.search);
  if (where === null) return { title: "No such place" };
  const filters = activeFilters(parse.search).map(({ label }) => label);
  const title = [resultsTitle(channel, where), ...filters].join(", ");
  return { title, description: `${title}: prices, facts and history on Verandah.` };
}

export function resultsTitle(channel: Channel, { label }: SearchedPlace): string {
  const { homes } = CHANNEL_WORDS[channel];
  return label === null ? homes : `${homes} in ${label}`;
}
