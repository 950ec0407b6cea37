/** An agency as other things refer to it. */
export type AgencyRef = { readonly slug: string; readonly name: string };

/** An agency as its own page shows it. `isDemo`: invented, and to be labelled so. */
export type Agency = AgencyRef & {
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly isDemo: boolean;
  readonly agents: readonly AgencyAgent[];
};

export type AgencyAgent = {
  readonly slug: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
};
