import type { Metadata } from "next";
import { NewListing } from "@/app/console/listings/_new/new-listing";
import { choosableAgencies } from "@/app/console/listings/_page/choosable-agencies";
import { orRefusal } from "@/app/console/listings/_page/or-refusal";
import { RefusedPage } from "@/app/console/listings/_page/refused-page";
import { signedInPerson } from "@/app/console/listings/_page/signed-in-person";
import { findNewDraft, findNewDrafts } from "@/lib/listings/draft-queries";
import { draftNamed, type KeptDraft } from "@/lib/listings/listing-draft";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "New listing" };

/** `?draft=12` goes on with what was begun. */
export default async function NewListingPage({ searchParams }: PageProps<"/console/listings/new">) {
  const person = await signedInPerson();
  const { draft: named } = await searchParams;
  const found = await orRefusal(
    async (): Promise<KeptDraft | null> =>
      named === undefined ? null : findNewDraft(draftNamed(String(named)), person),
  );
  if (found.refusal !== undefined) return <RefusedPage refusal={found.refusal} />;
  const [drafts, agencies] = await Promise.all([findNewDrafts(person), choosableAgencies(person)]);
  return <NewListing key={found.value?.id ?? 0} draft={found.value} drafts={drafts} agencies={agencies} />;
}
