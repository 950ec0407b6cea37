/** An agent acts for one agency only; an editor for all; an administrator also decides who may sign in. */
export type Role = "agent" | "editor" | "administrator";

/** Somebody who is signed in. What they may do follows from `role` and, of an agent, from the agency. */
export type Person = {
  readonly userId: number;
  readonly name: string;
  readonly role: Role;
  /** null unless `role` is agent. */
  readonly agency: { readonly id: number; readonly slug: string } | null;
  /** The address that they act from, as the audit keeps it. */
  readonly address: string;
};
