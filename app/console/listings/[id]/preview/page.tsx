import type { Metadata } from "next";
import { LinkButton } from "@/app/_ui/link-button";
import { ListingView } from "@/app/(portal)/_listing/listing-view";
import { orRefusal } from "@/app/console/listings/_page/or-refusal";
import { RefusedPage } from "@/app/console/listings/_page/refused-page";
import { signedInPerson } from "@/app/console/listings/_page/signed-in-person";
import { problemText } from "@/app/console/listings/_words/field-words";
import { listingNamed } from "@/lib/listings/listing-named";
import { previewListing } from "@/lib/listings/preview";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Preview" };

/** The public page as it will be once what is typed is saved and on show; marked, because nobody else sees it. */
export default async function PreviewPage({ params }: PageProps<"/console/listings/[id]/preview">) {
  const person = await signedInPerson();
  const { id } = await params;
  const found = await orRefusal(async () => previewListing(listingNamed(id), person));
  if (found.refusal !== undefined) return <RefusedPage refusal={found.refusal} />;
  const { listing, issues } = found.value;
  return (
    <>
      <aside
        aria-label="Preview"
        className="sticky top-14 z-20 -mx-4 -mt-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-warning border-b-2 bg-warning-soft px-4 py-2 sm:-mx-6 sm:px-6 lg:top-0 lg:-mx-8 lg:px-8"
      >
        <div>
          <p>
            <b>Preview.</b> Only you see this: the page with your unsaved changes, as the public will see it.
          </p>
          {issues.length === 0 ? null : (
            <ul className="text-danger">
              {issues.map(({ field, reason }) => (
                <li key={field}>Left out: {problemText(field, reason)}</li>
              ))}
            </ul>
          )}
        </div>
        <LinkButton href={`/console/listings/${listing.id}`}>Back to editing</LinkButton>
      </aside>
      {/* At the size of the public page, not of the console. */}
      <div className="-mx-4 pb-14 text-base [--control:2.875rem] sm:-mx-6 lg:-mx-8">
        <ListingView listing={listing} />
      </div>
    </>
  );
}
