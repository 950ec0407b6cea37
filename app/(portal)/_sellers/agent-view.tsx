import Link from "next/link";
import { CanonicalLink } from "@/app/(portal)/_frame/canonical-link";
import { type Agent, agencyPath, agentPath } from "@/lib/agencies/agency";
import { publicUrl } from "@/lib/http/public-url";
import { agentData } from "@/lib/structured-data/organization-data";
import { SellerHeader } from "./seller-header";
import type { SellerHomes } from "./seller-homes";
import { SellerSections } from "./seller-sections";
import { StructuredSeller } from "./structured-seller";

export function AgentView({ agent, homes }: { agent: Agent; homes: SellerHomes }) {
  const { name, agency } = agent;
  const path = agentPath(agent);
  const crumbs = [
    { label: "Home", href: "/" },
    { label: agency.name, href: agencyPath(agency) },
    { label: name, href: null },
  ];
  return (
    <div className="shell grid grid-cols-[minmax(0,1fr)] gap-12 pt-5 md:pt-7">
      <CanonicalLink path={path} />
      <StructuredSeller
        name={name}
        path={path}
        data={agentData(agent, publicUrl)}
        crumbs={crumbs}
        homes={homes}
      />
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
