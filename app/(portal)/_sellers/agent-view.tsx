import Link from "next/link";
import { CanonicalLink } from "@/app/(portal)/_frame/canonical-link";
import { StructuredData } from "@/app/(portal)/_frame/structured-data";
import { addressLine } from "@/app/(portal)/_listing/listing-words";
import { type Agent, agencyPath, agentPath } from "@/lib/agencies/agency";
import { publicUrl } from "@/lib/http/public-url";
import { listingPath } from "@/lib/listings/listing-path";
import { breadcrumbData, resultsData } from "@/lib/structured-data/list-data";
import { agentData } from "@/lib/structured-data/organization-data";
import { SellerHeader } from "./seller-header";
import type { SellerHomes } from "./seller-homes";
import { SellerSections } from "./seller-sections";

export function AgentView({ agent, homes }: { agent: Agent; homes: SellerHomes }) {
  const { name, agency } = agent;
  const path = agentPath(agent);
  const crumbs = [
    { label: "Home", href: "/" },
    { label: agency.name, href: agencyPath(agency) },
    { label: name, href: null },
  ];
  const items = homes.buy.items.map((listing) => ({
    name: addressLine(listing),
    path: listingPath(listing),
  }));
  return (
    <div className="shell grid grid-cols-[minmax(0,1fr)] gap-12 pt-5 md:pt-7">
      <CanonicalLink path={path} />
      <StructuredData of={agentData(agent, publicUrl)} />
      <StructuredData of={breadcrumbData(crumbs, publicUrl)} />
      {items.length === 0 ? null : (
        <StructuredData
          of={resultsData({ name: `For sale by ${name}`, path, total: homes.buy.total, items }, publicUrl)}
        />
      )}
      <SellerHeader
        crumbs={crumbs}
        name={name}
        lead={
          <>
            Agent at{" "}
            <Link href={agencyPath(agency)} prefetch={false} dir="auto" className="link">
              {agency.name}
            </Link>
          </>
        }
        isDemo={agent.isDemo}
        contact={agent}
      />
      <SellerSections homes={homes} />
    </div>
  );
}
