import { type Agency, type AgencyRef, type Agent, agencyPath, agentPath } from "@/lib/agencies/agency";
import { type PublicUrl, withContext } from "@/lib/structured-data/thing";

/** Whoever runs the portal. */
export function portalData(name: string, publicUrl: PublicUrl): object {
  return withContext({
    "@type": "Organization",
    "@id": publicUrl("/"),
    name,
    url: publicUrl("/"),
    logo: publicUrl("/favicon.svg"),
  });
}

/** An agency on its own page. What is invented for a demonstration says so: nobody is to take it for a business. */
export function agencyData(agency: Agency, publicUrl: PublicUrl): object {
  const { phone, email, website, isDemo, locality, agents } = agency;
  return withContext({
    ...agencyRef(agency, publicUrl),
    telephone: phone ?? undefined,
    email: email ?? undefined,
    sameAs: website ?? undefined,
    address:
      locality === null
        ? undefined
        : {
            "@type": "PostalAddress",
            addressLocality: locality.name,
            addressRegion: locality.region.code,
            postalCode: locality.postcode ?? undefined,
          },
    disambiguatingDescription: isDemo ? "An invented agency, for demonstration." : undefined,
    employee: agents.length === 0 ? undefined : agents.map((agent) => personRef(agent, publicUrl)),
  });
}

/** An agent on their own page; one who is invented is said to be. */
export function agentData(agent: Agent, publicUrl: PublicUrl): object {
  const { phone, email, isDemo, agency } = agent;
  return withContext({
    ...personRef(agent, publicUrl),
    telephone: phone ?? undefined,
    email: email ?? undefined,
    jobTitle: "Real estate agent",
    worksFor: agencyRef(agency, publicUrl),
    disambiguatingDescription: isDemo ? "An invented person, for demonstration." : undefined,
  });
}

/** An agency as other things refer to it. */
export function agencyRef(agency: AgencyRef, publicUrl: PublicUrl): object {
  const url = publicUrl(agencyPath(agency));
  return { "@type": "RealEstateAgent", "@id": url, name: agency.name, url };
}

function personRef(agent: Pick<Agent, "slug" | "name">, publicUrl: PublicUrl): object {
  const url = publicUrl(agentPath(agent));
  return { "@type": "Person", "@id": url, name: agent.name, url };
}
