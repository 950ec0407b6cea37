import { Breadcrumbs } from "@/app/_ui/breadcrumbs";
import { LinkButton } from "@/app/_ui/link-button";
import { VerbButtons } from "@/app/console/listings/_verbs/verb-buttons";
import type { EditableListing } from "@/lib/listings/editable-listing";
import { localityLabel } from "@/lib/localities/locality";
import { listingName, publicPath } from "./public-place";

type Props = {
  listing: EditableListing;
  blocked: string | undefined;
  renew: () => Promise<EditableListing | null>;
};

export function EditorHeader({ listing, blocked, renew }: Props) {
  return (
    <header className="grid gap-3">
      <Breadcrumbs
        crumbs={[
          { label: "Listings", href: "/console/listings" },
          { label: listingName(listing), href: null },
        ]}
      />
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-3xl">{listingName(listing)}</h1>
          <p className="text-muted">
            {localityLabel(listing.locality)} · number {listing.id}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton look="quiet" href={`/console/listings/${listing.id}/history`}>
            History
          </LinkButton>
          {listing.channel === null ? null : (
            <LinkButton look="quiet" href={publicPath(listing)} target="_blank">
              Public page
            </LinkButton>
          )}
        </div>
      </div>
      <VerbButtons listing={listing} blocked={blocked} renew={renew} />
    </header>
  );
}
