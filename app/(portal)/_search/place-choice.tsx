import Link from "next/link";
import { MessagePage } from "@/app/_ui/message-page";
import { answerWithStatus } from "@/lib/http/answer-status";
import { type ListingSearch, searchPath } from "@/lib/listings/search";
import type { Place } from "@/lib/localities/place";
import { searchIn, toldApart } from "./chosen-place";
import { SearchForm } from "./search-form";

/** Several places that a text can mean, each with the search that was asked for; or none, which answers 404. */
export function PlaceChoice(props: { text: string; places: readonly Place[]; search: ListingSearch }) {
  const { text, places, search } = props;
  const choices = toldApart(places).map(({ place, label }) => ({
    label,
    path: searchPath(searchIn(search, place)),
  }));
  if (places.length === 0) answerWithStatus(404);
  return (
    <MessagePage
      title={places.length === 0 ? `No place is called “${text}”` : `Which “${text}”?`}
      lead={
        places.length === 0
          ? "Perhaps it is spelt another way, or goes by the name of the suburb around it."
          : "Several places go by that name, or nearly. Choose one:"
      }
    >
      {places.length === 0 ? null : (
        <ul className="grid max-w-4xl gap-2.5 sm:grid-cols-2 lg:grid-cols-3">
          {choices.map(({ label, path }) => (
            <li key={path}>
              <Link
                href={path}
                prefetch={false}
                className="block rounded-lg border border-line bg-surface px-4 py-3 font-medium hover:border-edge hover:text-accent"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <SearchForm channel={search.channel} place={places.length === 0 ? text : ""} />
    </MessagePage>
  );
}
