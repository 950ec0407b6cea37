import Link from "next/link";
import { Icon } from "@/app/_ui/icon";
import { SaveButton } from "@/app/(portal)/_saved/save-button";
import type { Listing } from "@/lib/listings/listing";
import { localityLabel, suburbPath } from "@/lib/localities/locality";
import { Facts } from "./facts";
import { addressLine, dayText } from "./listing-words";
import { PrintButton } from "./print-button";
import { ShareButton } from "./share-button";
import { StatusBadge } from "./status-badge";

/** Where the home is, what is asked for it and how large it is; and how to pass that on. */
export function ListingHeader({ listing, path }: { listing: Listing; path: string }) {
  const { locality, price, status, soldOn, coordinates } = listing;
  const address = addressLine(listing);
  const isSold = status === "sold";
  return (
    <header className="grid justify-items-start gap-3 print:gap-1">
      <StatusBadge listing={listing} />
      <h1 className="text-3xl wrap-anywhere md:text-[2.75rem] print:text-2xl">
        <span dir="auto" className="line-clamp-4">
          {address}
        </span>
        <span className="block pt-1 font-normal font-sans text-lg text-muted tracking-normal md:text-xl">
          <Link href={suburbPath(locality)} prefetch={false} className="hover:text-accent hover:underline">
            {localityLabel(locality)}
          </Link>
        </span>
      </h1>
      <p className="font-semibold text-2xl wrap-anywhere print:text-xl">
        {isSold && price.low !== null && !/^sold\b/i.test(price.display) ? "Sold for " : null}
        <span dir="auto">{price.display}</span>
        {isSold && soldOn !== null ? (
          <span className="block font-normal text-lg text-muted">
            on <time dateTime={soldOn}>{dayText(soldOn)}</time>
          </span>
        ) : null}
      </p>
      <div className="text-lg">
        <Facts listing={listing} />
      </div>
      <div className="not-in-print flex min-h-(--control) flex-wrap gap-2">
        <SaveButton listing={{ id: listing.id, name: address }} look="words" />
        <ShareButton title={`${address}, ${localityLabel(locality)}`} path={path} />
        <PrintButton />
        {coordinates === null ? null : (
          <a href="#where-it-is" className="button-quiet">
            <Icon of="map" className="size-4.5" />
            Map
          </a>
        )}
      </div>
    </header>
  );
}
