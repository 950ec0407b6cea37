import "server-only";
import type { Position } from "@/lib/accounts/account";
import { findAgencyId } from "@/lib/accounts/find-agency";
import { hashPassword } from "@/lib/accounts/password";
import type { MadeLink } from "@/lib/accounts/password-commands";
import { requireGoodPassword } from "@/lib/accounts/password-rules";
import type { Person } from "@/lib/accounts/person";
import { recordAccount } from "@/lib/accounts/record-account";
import { requireAdministrator } from "@/lib/accounts/require-role";
import { type StartedSession, startSession, type Visitor } from "@/lib/accounts/start-session";
import { hashToken, makeToken } from "@/lib/accounts/token";
import type { Actor } from "@/lib/audit/audit-entry";
import { AppError } from "@/lib/errors";
import type { Transaction } from "@/lib/platform/prisma";
import { runtime } from "@/lib/platform/runtime";

const INVITED_FOR_MS = 7 * 86_400_000;

type Invited = Position & { readonly email: string; readonly name: string };

/**
 * Invites somebody: whoever opens the link within seven days becomes a person with this role. One address has one invitation; a new one
 * voids the one before. AppError conflict when the address has an account, bad_request for an unknown agency, forbidden.
 */
export async function invite(
  { email, name, role, agency }: Invited,
  actor: Actor,
  now = new Date(),
): Promise<MadeLink & { readonly id: number }> {
  requireAdministrator(actor);
  const link = { token: makeToken(), expiresAt: new Date(now.getTime() + INVITED_FOR_MS) };
  return runtime().database.$transaction(async (transaction) => {
    await requireNoAccount(transaction, email);
    const agencyId = await findAgencyId(transaction, agency);
    const data = {
      ...{ name, role, agencyId, invitedBy: actor.name, createdAt: now },
      ...{ tokenHash: hashToken(link.token), expiresAt: link.expiresAt },
    };
    const { id } = await transaction.invitation.upsert({
      where: { email },
      create: { email, ...data },
      update: data,
      select: { id: true },
    });
    const change = {
      email: { from: null, to: email },
      role: { from: null, to: role },
      agency: { from: null, to: agency },
    };
    await recordAccount(transaction, { action: "made", actor, accountId: null, invitationId: id, change });
    return { id, ...link };
  });
}

/** Takes an invitation back. AppError not_found when it was accepted or taken back already; forbidden. */
export async function withdrawInvitation(id: number, actor: Actor): Promise<void> {
  requireAdministrator(actor);
  await runtime().database.$transaction(async (transaction) => {
    const { count } = await transaction.invitation.deleteMany({ where: { id } });
    if (count === 0) throw new AppError("not_found", `There is no open invitation ${id}.`);
    await recordAccount(transaction, { action: "withdrawn", actor, accountId: null, invitationId: id });
  });
}

/**
 * Makes the account that an invitation is for, with a name and a password of its owner's choice, and signs them in. AppError not_found when
 * the link is used up or too old, bad_request when the password is poor.
 */
export async function acceptInvitation(
  { token, name, password }: { readonly token: string; readonly name: string; readonly password: string },
  visitor: Visitor,
  now = new Date(),
): Promise<StartedSession> {
  const { database } = runtime();
  const where = { tokenHash: hashToken(token), expiresAt: { gt: now } };
  const invitation = await database.invitation.findFirst({
    where,
    select: { email: true, role: true, agency: { select: { id: true, slug: true } } },
  });
  if (invitation === null) throw usedUp();
  const { email, role, agency } = invitation;
  requireGoodPassword(password, email);
  const passwordHash = await hashPassword(password);
  return database.$transaction(async (transaction) => {
    if ((await transaction.invitation.deleteMany({ where })).count === 0) throw usedUp();
    await requireNoAccount(transaction, email);
    const { id } = await transaction.userAccount.create({
      data: { email, name, role, agencyId: agency?.id ?? null, passwordHash },
      select: { id: true },
    });
    const actor: Person = { userId: id, name, role, agency, address: visitor.address };
    const change = { role: { from: null, to: role }, agency: { from: null, to: agency?.slug ?? null } };
    await recordAccount(transaction, { action: "invitation_accepted", actor, accountId: id, change });
    return startSession(transaction, { userId: id, visitor, awaitsCode: false, now });
  });
}

async function requireNoAccount(transaction: Transaction, email: string): Promise<void> {
  const account = await transaction.userAccount.findUnique({ where: { email }, select: { id: true } });
  if (account !== null)
    throw new AppError(
      "conflict",
      `${email} has an account already (${account.id}); change that one instead.`,
    );
}

function usedUp(): AppError {
  return new AppError("not_found", "This invitation was used already, or is too old; ask for another.");
}
