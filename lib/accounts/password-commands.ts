import "server-only";
import type { SessionFacts } from "@/lib/accounts/freshness";
import { hashPassword } from "@/lib/accounts/password";
import { requireGoodPassword } from "@/lib/accounts/password-rules";
import type { Person } from "@/lib/accounts/person";
import { recordAccount } from "@/lib/accounts/record-account";
import { requirePassword } from "@/lib/accounts/require-password";
import { requireAdministrator } from "@/lib/accounts/require-role";
import { dropSecondFactor } from "@/lib/accounts/second-factor-commands";
import type { Visitor } from "@/lib/accounts/start-session";
import { forgive, pairOf, signInAttempt } from "@/lib/accounts/throttle";
import { hashToken, makeToken } from "@/lib/accounts/token";
import type { Actor } from "@/lib/audit/audit-entry";
import { AppError } from "@/lib/errors";
import { runtime } from "@/lib/platform/runtime";

const RESET_FOR_MS = 24 * 3_600_000;

/** A token that a link is made of; it is told once. */
export type MadeLink = { readonly token: string; readonly expiresAt: Date };

/** Replaces somebody's own password and ends all their other sessions. AppError bad_request: the current one is wrong, or the new one poor. */
export async function changePassword(
  { sessionId }: Pick<SessionFacts, "sessionId">,
  person: Person,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<void> {
  const { userId } = person;
  const before = await requirePassword(userId, current, { field: "current" });
  const { database } = runtime();
  const { email } = await database.userAccount.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true },
  });
  requireGoodPassword(password, email);
  const passwordHash = await hashPassword(password);
  await database.$transaction(async (transaction) => {
    const { count } = await transaction.userAccount.updateMany({
      where: { id: userId, passwordHash: before },
      data: { passwordHash },
    });
    if (count === 0)
      throw new AppError("conflict", "The password was changed in the meantime; sign in with the new one.");
    await transaction.session.deleteMany({ where: { userId, id: { not: sessionId } } });
    await recordAccount(transaction, { action: "password_changed", actor: person, accountId: userId });
  });
}

/**
 * A link by which the owner of an account chooses another password, for a day; one made before is void. With `removesSecondFactor` the
 * second factor goes at once: for who has lost it and the recovery codes. AppError not_found, conflict (deactivated), forbidden.
 */
export async function makeResetLink(
  id: number,
  actor: Actor,
  {
    removesSecondFactor = false,
    now = new Date(),
  }: { readonly removesSecondFactor?: boolean; readonly now?: Date } = {},
): Promise<MadeLink> {
  requireAdministrator(actor);
  const link = { token: makeToken(), expiresAt: new Date(now.getTime() + RESET_FOR_MS) };
  await runtime().database.$transaction(async (transaction) => {
    const account = await transaction.userAccount.findUnique({ where: { id }, select: { isActive: true } });
    if (account === null) throw new AppError("not_found", `There is no account ${id}.`);
    if (!account.isActive)
      throw new AppError(
        "conflict",
        "This account is deactivated; reactivate it before its password is reset.",
      );
    const data = { tokenHash: hashToken(link.token), expiresAt: link.expiresAt };
    await transaction.passwordReset.upsert({
      where: { userId: id },
      create: { userId: id, ...data },
      update: data,
    });
    const isRemoved = removesSecondFactor && (await dropSecondFactor(transaction, id));
    const change = isRemoved ? { secondFactor: { from: true, to: false } } : {};
    await recordAccount(transaction, { action: "reset_link_made", actor, accountId: id, change });
  });
  return link;
}

/**
 * Sets the password of the account whose reset link has this token, ends all its sessions and every wait for who tries again from here.
 * AppError not_found when the link is used up or too old, bad_request when the password is poor.
 */
export async function resetPassword(
  { token, password }: { readonly token: string; readonly password: string },
  { address }: Visitor,
  now = new Date(),
): Promise<void> {
  const { database } = runtime();
  const where = { tokenHash: hashToken(token), expiresAt: { gt: now }, user: { isActive: true } };
  const reset = await database.passwordReset.findFirst({
    where,
    select: {
      user: {
        select: {
          id: true,
          email: true,
          name: true,
          role: true,
          agency: { select: { id: true, slug: true } },
        },
      },
    },
  });
  if (reset === null) throw usedUp();
  const { id, email, ...owner } = reset.user;
  requireGoodPassword(password, email);
  const passwordHash = await hashPassword(password);
  await database.$transaction(async (transaction) => {
    await forgive(transaction, pairOf(signInAttempt(email, address)), now);
    if ((await transaction.passwordReset.deleteMany({ where })).count === 0) throw usedUp();
    await transaction.userAccount.update({ where: { id }, data: { passwordHash } });
    await transaction.session.deleteMany({ where: { userId: id } });
    const actor: Person = { userId: id, ...owner, address };
    await recordAccount(transaction, { action: "password_reset", actor, accountId: id });
  });
}

function usedUp(): AppError {
  return new AppError(
    "not_found",
    "This link was used already, or is too old; ask an administrator for another.",
  );
}
