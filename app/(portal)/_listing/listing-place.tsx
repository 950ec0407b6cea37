import Link from "next/link";
import { CHANNEL_WORDS } from "@/app/(portal)/_results/channel-words";
import { CHANNELS, type Listing } from "@/lib/listings/listing";
import { emptySearch, searchPath } from "@/lib/listings/search";
import { localityKey, localityLabel } from "@/lib/localities/locality";

/** Where the home is, as far as the vendor lets it be said, and what else there is in that place. */
export function ListingPlace({ listing }: { listing: Pick<Listing, "street" | "locality"> }) {
  const { street, locality } = listing;
  return (
    <section id="where-it-is" aria-labelledby="where" className="not-in-print grid max-w-3xl gap-3">
      <h2 id="where" className="text-2xl">
        Where it is
      </h2>
      <p className="wrap-anywhere">
        {street === null ? null : (
          <>
            <span dir="auto">{street}</span>,{" "}
          </>
        )}
        {localityLabel(locality)}
        {street === null ? (
          <span className="block text-muted">The agent gives the address to those who ask.</span>
        ) : null}
      </p>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {CHANNELS.map((channel) => (
          <li key={channel}>
            <Link
              href={searchPath({ ...emptySearch(channel), localities: [localityKey(locality)] })}
              prefetch={false}
              className="link inline-block py-1"
            >
              {CHANNEL_WORDS[channel].homes} in {locality.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
