import { z } from "zod";
import type { Person, Role } from "@/lib/accounts/person";

export const ROLES = ["agent", "editor", "administrator"] as const satisfies readonly Role[];

/** As it is kept: in lower case, and without spaces around it. */
export const Email = z
  .string("An e-mail address, such as alex@example.com.")
  .trim()
  .toLowerCase()
  .max(254, "At most 254 characters.")
  .regex(/^[^\s@]+@[^\s@]+$/, "An e-mail address, such as alex@example.com.");

export const PersonName = z
  .string("A name.")
  .trim()
  .min(1, "A name.")
  .max(100, "At most 100 characters.")
  .regex(/^\P{Cc}*$/u, "A name in one line.");

const SLUG = "The slug of an agency, or null.";

/** The fields of a position; whoever takes them in adds that they agree (HAS_ITS_AGENCY). */
export const POSITION = {
  role: z.enum(ROLES, "agent, editor or administrator."),
  agency: z.string(SLUG).min(1, SLUG).max(100, SLUG).nullable().default(null),
};

export const HAS_ITS_AGENCY = {
  path: ["agency"],
  message: "An agent has an agency, by its slug; an editor or administrator has none.",
};

/** A role, and of an agent the slug of the agency; nobody else has one. */
export const Position = z.strictObject(POSITION).refine(hasItsAgency, HAS_ITS_AGENCY);
export type Position = z.infer<typeof Position>;

export function hasItsAgency({
  role,
  agency,
}: {
  readonly role: Role;
  readonly agency: string | null;
}): boolean {
  return (role === "agent") === (agency !== null);
}

/** An account as administrators see it. */
export type Account = {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: { readonly slug: string; readonly name: string } | null;
  readonly isActive: boolean;
  readonly hasSecondFactor: boolean;
  readonly createdAt: string;
};

/** An invitation that nobody has accepted yet. */
export type Invitation = {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: { readonly slug: string; readonly name: string } | null;
  readonly invitedBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
};

/** One place where somebody is signed in. */
export type OwnSession = {
  readonly id: number;
  readonly isThis: boolean;
  readonly startedAt: string;
  /** To within some minutes. */
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly address: string;
  readonly userAgent: string;
};

/** Who is signed in, as their browser is told. */
export type OwnAccount = Pick<Person, "userId" | "name" | "role" | "agency"> & {
  readonly email: string;
  readonly hasSecondFactor: boolean;
  readonly recoveryCodesLeft: number;
};
