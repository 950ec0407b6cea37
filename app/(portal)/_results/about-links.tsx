import Link from "next/link";
import { agencyPath, agentPath } from "@/lib/agencies/agency";
import type { ListingSearch } from "@/lib/listings/search";
import { suburbPath } from "@/lib/localities/locality";
import type { SearchedPlace } from "./searched-place";

const SUBURBS_MAX = 4;

/** The pages of what a search names: its suburbs, its agency and its agent. */
export function AboutLinks({ search, place }: { search: ListingSearch; place: SearchedPlace }) {
  const { agency, agent } = search;
  const links = [
    ...place.localities.slice(0, SUBURBS_MAX).map((locality) => ({
      href: suburbPath(locality),
      words: `Prices and sales in ${locality.name}`,
    })),
    ...(agency === null ? [] : [{ href: agencyPath({ slug: agency }), words: "About this agency" }]),
    ...(agent === null ? [] : [{ href: agentPath({ slug: agent }), words: "About this agent" }]),
  ];
  return links.map(({ href, words }) => (
    <Link key={href} href={href} prefetch={false} className="link inline-block py-1">
      {words}
    </Link>
  ));
}
