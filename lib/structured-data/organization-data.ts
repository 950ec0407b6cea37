import type { Agency, AgencyRef } from "@/lib/agencies/agency";
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
  const { phone, email, website, isDemo, agents } = agency;
  return withContext({
    ...agencyRef(agency, publicUrl),
    telephone: phone ?? undefined,
    email: email ?? undefined,
    sameAs: website ?? undefined,
    disambiguatingDescription: isDemo ? "An invented agency, for demonstration." : undefined,
    employee: agents.length === 0 ? undefined : agents.map(({ name }) => ({ "@type": "Person", name })),
  });
}

/** An agency as other things refer to it. */
export function agencyRef({ slug, name }: AgencyRef, publicUrl: PublicUrl): object {
  const url = publicUrl(`/agency/${slug}`);
  return { "@type": "RealEstateAgent", "@id": url, name, url };
}
