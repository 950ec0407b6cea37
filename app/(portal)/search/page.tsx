import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { RefusedSearch } from "@/app/(portal)/_results/refused-search";
import { chosenPlace, searchIn } from "@/app/(portal)/_search/chosen-place";
import { PlaceChoice } from "@/app/(portal)/_search/place-choice";
import { readSearchForm } from "@/app/(portal)/_search/search-form-input";
import { parseSearchPage, searchPath } from "@/lib/listings/search";
import { resolvePlace } from "@/lib/localities/queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Which place?", robots: { index: false } };

/** Where the search box leads: on to the one search that was meant, or to the choice between several. */
export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const { channel, place, picked, filters } = readSearchForm(await searchParams);
  const bare = parseSearchPage(channel, picked?.split("/") ?? [], filters);
  if (!bare.ok) return <RefusedSearch channel={channel} issues={bare.issues} />;
  if (picked !== null || place === "") redirect(searchPath(bare.search));

  const places = await resolvePlace(place);
  const chosen = chosenPlace(place, places);
  if (chosen) redirect(searchPath(searchIn(bare.search, chosen)));
  return <PlaceChoice text={place} places={places} search={bare.search} />;
}
