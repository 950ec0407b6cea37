import type { Metadata } from "next";
import { parseParameters } from "@/lib/http/parameters";
import { searchCurrentListings } from "@/lib/listings/console-queries";
import { CONSOLE_SEARCH } from "@/lib/listings/console-search";
import { orRefusal } from "./_page/or-refusal";
import { RefusedPage } from "./_page/refused-page";
import { signedInPerson } from "./_page/signed-in-person";
import { ListingsView } from "./_table/listings-view";
import { tableQuery } from "./_table/table-query";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Listings" };

export default async function ListingsPage({ searchParams }: PageProps<"/console/listings">) {
  const person = await signedInPerson();
  const asked = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  );
  const found = await orRefusal(() => searchCurrentListings(parseParameters(asked, CONSOLE_SEARCH), person));
  if (found.refusal !== undefined) return <RefusedPage refusal={found.refusal} />;
  return (
    <ListingsView
      first={{ query: tableQuery(asked), page: found.value }}
      isAgencyShown={person.role !== "agent"}
    />
  );
}
