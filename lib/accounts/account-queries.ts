import "server-only";
import type { Account, Invitation, OwnAccount } from "@/lib/accounts/account";
import type { Person } from "@/lib/accounts/person";
import { requireAdministrator } from "@/lib/accounts/require-role";
import { hashToken } from "@/lib/accounts/token";
import type { Actor } from "@/lib/audit/audit-entry";
import { AppError } from "@/lib/errors";
import { runtime } from "@/lib/platform/runtime";

const AGENCY = { select: { slug: true, name: true } } as const;

/** Every account, by e-mail address. AppError forbidden for who is no administrator. */
export async function listAccounts(actor: Actor): Promise<readonly Account[]> {
  requireAdministrator(actor);
  const rows = await runtime().database.userAccount.findMany({
    relationLoadStrategy: "join",
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      isActive: true,
      createdAt: true,
      agency: AGENCY,
      secondFactor: { select: { confirmedAt: true } },
    },
    orderBy: { email: "asc" },
  });
  return rows.map(({ secondFactor, createdAt, ...account }) => ({
    ...account,
    hasSecondFactor: secondFactor?.confirmedAt != null,
    createdAt: createdAt.toISOString(),
  }));
}

/** Whether there is anybody who can let others in. */
export async function hasAdministrator(): Promise<boolean> {
  const where = { role: "administrator", isActive: true } as const;
  return (await runtime().database.userAccount.findFirst({ where, select: { id: true } })) !== null;
}

/** The number of the account with this e-mail address. AppError not_found. */
export async function findAccountId(email: string): Promise<number> {
  const account = await runtime().database.userAccount.findUnique({
    where: { email },
    select: { id: true },
  });
  if (account === null) throw new AppError("not_found", `${email} has no account.`);
  return account.id;
}

/** The invitations that are open, the latest first. AppError forbidden for who is no administrator. */
export async function listInvitations(actor: Actor, now = new Date()): Promise<readonly Invitation[]> {
  requireAdministrator(actor);
  const rows = await runtime().database.invitation.findMany({
    relationLoadStrategy: "join",
    where: { expiresAt: { gt: now } },
    select: INVITATION,
    orderBy: { createdAt: "desc" },
  });
  return rows.map(toInvitation);
}

/** What a link invites to, for whoever has opened it; null when it is used up or too old. */
export async function findInvitation(
  token: string,
  now = new Date(),
): Promise<Pick<Invitation, "email" | "name" | "role" | "agency" | "expiresAt"> | null> {
  const row = await runtime().database.invitation.findFirst({
    relationLoadStrategy: "join",
    where: { tokenHash: hashToken(token), expiresAt: { gt: now } },
    select: INVITATION,
  });
  if (row === null) return null;
  const { email, name, role, agency, expiresAt } = toInvitation(row);
  return { email, name, role, agency, expiresAt };
}

/** What somebody is told of their own account. */
export async function getOwnAccount({ userId, name, role, agency }: Person): Promise<OwnAccount> {
  const row = await runtime().database.userAccount.findUnique({
    relationLoadStrategy: "join",
    where: { id: userId },
    select: {
      email: true,
      secondFactor: { select: { confirmedAt: true } },
      _count: { select: { recoveryCodes: true } },
    },
  });
  if (row === null) throw new AppError("unauthorized", "Sign in again: this account is no more.");
  const hasSecondFactor = row.secondFactor?.confirmedAt != null;
  const recoveryCodesLeft = row._count.recoveryCodes;
  return { ...{ userId, name, role, agency }, email: row.email, hasSecondFactor, recoveryCodesLeft };
}

const INVITATION = {
  ...{ id: true, email: true, name: true, role: true, agency: AGENCY },
  ...{ invitedBy: true, createdAt: true, expiresAt: true },
} as const;

function toInvitation({
  createdAt,
  expiresAt,
  ...invitation
}: Omit<Invitation, "createdAt" | "expiresAt"> & {
  readonly createdAt: Date;
  readonly expiresAt: Date;
}): Invitation {
  return { ...invitation, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
