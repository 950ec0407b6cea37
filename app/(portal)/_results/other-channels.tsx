import Link from "next/link";
import { CHANNELS } from "@/lib/listings/listing";
import { emptySearch, type ListingSearch, searchPath } from "@/lib/listings/search";
import { CHANNEL_WORDS } from "./channel-words";
import type { SearchedPlace } from "./searched-place";

/** The same place, asked for otherwise. */
export function OtherChannels({ search, place }: { search: ListingSearch; place: SearchedPlace }) {
  const { region, localities } = search;
  const links = CHANNELS.filter((channel) => channel !== search.channel).map((channel) => ({
    href: searchPath({ ...emptySearch(channel), region, localities }),
    label: CHANNEL_WORDS[channel].homes,
  }));
  return (
    <p className="not-in-print border-line border-t pt-5 text-muted">
      {place.label === null ? "See also: " : `Also in ${place.label}: `}
      {links.map(({ href, label }, index) => (
        <span key={href}>
          {index > 0 ? ", " : ""}
          <Link href={href} prefetch={false} className="link">
            {label.toLowerCase()}
          </Link>
        </span>
      ))}
    </p>
  );
}
