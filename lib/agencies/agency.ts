import type { LocalityRef } from "@/lib/localities/locality";

/** An agency as other things refer to it. */
export type AgencyRef = { readonly slug: string; readonly name: string };

/** An agency as its own page shows it. `isDemo`: invented, and to be labelled so. */
export type Agency = AgencyRef & {
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly isDemo: boolean;
  /** Where it has its office, if that is known. */
  readonly locality: LocalityRef | null;
  readonly agents: readonly AgencyAgent[];
};

export type AgencyAgent = {
  readonly slug: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
};

/** An agent as their own page shows them. `isDemo`: invented, and to be labelled so. */
export type Agent = AgencyAgent & { readonly isDemo: boolean; readonly agency: AgencyRef };

/** The path of an agency's page. */
export function agencyPath({ slug }: Pick<AgencyRef, "slug">): string {
  return `/agency/${slug}`;
}

/** The path of an agent's page. */
export function agentPath({ slug }: Pick<AgencyAgent, "slug">): string {
  return `/agent/${slug}`;
}
