import type { Metadata } from "next";
import { HistoryView } from "@/app/console/listings/_history/history-view";
import { editableOnce } from "@/app/console/listings/_page/editable-once";
import { RefusedPage } from "@/app/console/listings/_page/refused-page";
import { signedInPerson } from "@/app/console/listings/_page/signed-in-person";
import { findHistory } from "@/lib/listings/listing-history";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "History" };

const FIRST_ENTRIES = 30;

export default async function HistoryPage({ params }: PageProps<"/console/listings/[id]/history">) {
  const { value: listing, refusal } = await editableOnce((await params).id);
  if (refusal !== undefined) return <RefusedPage refusal={refusal} />;
  const first = await findHistory(listing.id, await signedInPerson(), { limit: FIRST_ENTRIES });
  return <HistoryView listing={listing} first={first} />;
}
