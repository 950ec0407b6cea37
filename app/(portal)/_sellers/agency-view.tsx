import Link from "next/link";
import { Avatar } from "@/app/_ui/avatar";
import { CanonicalLink } from "@/app/(portal)/_frame/canonical-link";
import { type Agency, agencyPath, agentPath } from "@/lib/agencies/agency";
import { publicUrl } from "@/lib/http/public-url";
import { localityLabel, suburbPath } from "@/lib/localities/locality";
import { agencyData } from "@/lib/structured-data/organization-data";
import { SellerHeader } from "./seller-header";
import type { SellerHomes } from "./seller-homes";
import { SellerSections } from "./seller-sections";
import { StructuredSeller } from "./structured-seller";

export function AgencyView({ agency, homes }: { agency: Agency; homes: SellerHomes }) {
  const { name, locality } = agency;
  const path = agencyPath(agency);
  const crumbs = [
    { label: "Home", href: "/" },
    { label: name, href: null },
  ];
  return (
    <div className="shell grid grid-cols-[minmax(0,1fr)] gap-12 pt-5 md:pt-7">
      <CanonicalLink path={path} />
      <StructuredSeller
        name={name}
        path={path}
        data={agencyData(agency, publicUrl)}
        crumbs={crumbs}
        homes={homes}
      />
      <SellerHeader
        crumbs={crumbs}
        name={name}
        lead={
          locality === null ? (
            "Estate agency"
          ) : (
            <>
              Estate agency in{" "}
              <Link href={suburbPath(locality)} prefetch={false} className="link">
                {localityLabel(locality)}
              </Link>
            </>
          )
        }
        isDemo={agency.isDemo}
        contact={agency}
      />
      <People agency={agency} />
      <SellerSections homes={homes} />
    </div>
  );
}

function People({ agency: { agents } }: { agency: Agency }) {
  if (agents.length === 0) return null;
  return (
    <section aria-labelledby="agents" className="grid gap-4">
      <h2 id="agents" className="text-2xl">
        Agents
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {agents.map((agent) => (
          <li key={agent.slug}>
            <Link
              href={agentPath(agent)}
              prefetch={false}
              className="flex min-h-14 items-center gap-3 rounded-card border border-line bg-surface px-4 py-2.5 hover:border-edge"
            >
              <Avatar name={agent.name} isDecoration />
              <span dir="auto" className="min-w-0 font-medium wrap-anywhere">
                {agent.name}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
