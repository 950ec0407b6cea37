import type { Metadata } from "next";
import { ListingEditor } from "@/app/console/listings/_edit/listing-editor";
import { listingName } from "@/app/console/listings/_edit/public-place";
import { choosableAgencies } from "@/app/console/listings/_page/choosable-agencies";
import { editableOnce } from "@/app/console/listings/_page/editable-once";
import { RefusedPage } from "@/app/console/listings/_page/refused-page";
import { signedInPerson } from "@/app/console/listings/_page/signed-in-person";
import { findDraft } from "@/lib/listings/draft-queries";

export const dynamic = "force-dynamic";

type Props = PageProps<"/console/listings/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { value } = await editableOnce((await params).id);
  return { title: value === undefined ? "No listing" : listingName(value) };
}

export default async function ListingEditorPage({ params }: Props) {
  const { value: listing, refusal } = await editableOnce((await params).id);
  if (refusal !== undefined) return <RefusedPage refusal={refusal} />;
  const person = await signedInPerson();
  const [draft, agencies] = await Promise.all([findDraft(listing.id, person), choosableAgencies(person)]);
  return <ListingEditor key={listing.id} listing={listing} draft={draft} agencies={agencies} />;
}
