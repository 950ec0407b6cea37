import Link from "next/link";
import { PlaceFrame } from "@/app/(portal)/_map/place-frame";
import { CHANNEL_WORDS } from "@/app/(portal)/_results/channel-words";
import { CHANNELS, type Listing } from "@/lib/listings/listing";
import { emptySearch, searchPath } from "@/lib/listings/search";
import { localityKey, localityLabel, suburbPath } from "@/lib/localities/locality";
import { addressLine } from "./listing-words";

type Props = {
  listing: Pick<Listing, "street" | "locality" | "propertyType" | "coordinates">;
  styleUrl: string | null;
};

/** Where the home is, as far as the vendor lets it be said, and what else there is in that place. */
export function ListingPlace({ listing, styleUrl }: Props) {
  const { street, locality, coordinates } = listing;
  const links = [
    { href: suburbPath(locality), words: `Prices and sales in ${locality.name}` },
    ...CHANNELS.map((channel) => ({
      href: searchPath({ ...emptySearch(channel), localities: [localityKey(locality)] }),
      words: `${CHANNEL_WORDS[channel].homes} in ${locality.name}`,
    })),
  ];
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
      {coordinates === null ? null : (
        <>
          <p className="hidden text-muted [@media(scripting:none)]:block">
            It is shown on a map here where JavaScript is on.
          </p>
          <div className="[@media(scripting:none)]:hidden">
            <PlaceFrame
              name={addressLine(listing)}
              position={{ lng: coordinates.longitude, lat: coordinates.latitude }}
              styleUrl={styleUrl}
            />
          </div>
        </>
      )}
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {links.map(({ href, words }) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="link inline-block py-1">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
