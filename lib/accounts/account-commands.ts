import "server-only";
import type { Position } from "@/lib/accounts/account";
import { findAgencyId } from "@/lib/accounts/find-agency";
import type { Role } from "@/lib/accounts/person";
import { recordAccount } from "@/lib/accounts/record-account";
import { requireAdministrator } from "@/lib/accounts/require-role";
import type { Actor, AuditChange } from "@/lib/audit/audit-entry";
import { AppError } from "@/lib/errors";
import type { Transaction } from "@/lib/platform/prisma";
import { runtime } from "@/lib/platform/runtime";

/** Lets somebody sign in no more, and ends their sessions. AppError conflict for the last administrator; not_found, forbidden. */
export function deactivate(id: number, actor: Actor): Promise<void> {
  return changeAccount(id, actor, async (transaction, account) => {
    if (!account.isActive) return null;
    requireAnotherAdministrator(account);
    await transaction.userAccount.update({ where: { id }, data: { isActive: false } });
    await transaction.session.deleteMany({ where: { userId: id } });
    await transaction.passwordReset.deleteMany({ where: { userId: id } });
    return { action: "deactivated", change: { isActive: { from: true, to: false } } };
  });
}

/** Lets them sign in again, with the password that they had. */
export function reactivate(id: number, actor: Actor): Promise<void> {
  return changeAccount(id, actor, async (transaction, account) => {
    if (account.isActive) return null;
    await transaction.userAccount.update({ where: { id }, data: { isActive: true } });
    return { action: "reactivated", change: { isActive: { from: false, to: true } } };
  });
}

/** Gives somebody another role or agency, in force in every session at once. AppError conflict for the last administrator; bad_request for an unknown agency. */
export function changePosition(id: number, { role, agency }: Position, actor: Actor): Promise<void> {
  return changeAccount(id, actor, async (transaction, account) => {
    if (account.role === role && account.agency === agency) return null;
    if (role !== "administrator") requireAnotherAdministrator(account);
    const agencyId = await findAgencyId(transaction, agency);
    await transaction.userAccount.update({ where: { id }, data: { role, agencyId } });
    const change = { role: { from: account.role, to: role }, agency: { from: account.agency, to: agency } };
    return { action: "position_changed", change };
  });
}

type Locked = {
  readonly role: Role;
  readonly agency: string | null;
  readonly isActive: boolean;
  /** Active administrators, this one included. */
  readonly administrators: number;
};
type Done = { readonly action: string; readonly change: AuditChange };

async function changeAccount(
  id: number,
  actor: Actor,
  work: (transaction: Transaction, account: Locked) => Promise<Done | null>,
): Promise<void> {
  requireAdministrator(actor);
  await runtime().database.$transaction(async (transaction) => {
    // All administrators, always in one order: of two who remove each other, the second finds itself the last.
    const rows = await transaction.$queryRaw<
      { id: number; role: Role; is_active: boolean; agency: string | null }[]
    >`
      SELECT u.id, u.role, u.is_active, a.slug AS agency FROM user_account u LEFT JOIN agency a ON a.id = u.agency_id
       WHERE u.id = ${id} OR (u.role = 'administrator' AND u.is_active) ORDER BY u.id FOR UPDATE OF u`;
    const account = rows.find((row) => row.id === id);
    if (account === undefined) throw new AppError("not_found", `There is no account ${id}.`);
    const administrators = rows.filter((row) => row.role === "administrator" && row.is_active).length;
    const { role, agency, is_active: isActive } = account;
    const done = await work(transaction, { role, agency, isActive, administrators });
    if (done !== null) await recordAccount(transaction, { ...done, actor, accountId: id });
  });
}

function requireAnotherAdministrator({ role, isActive, administrators }: Locked): void {
  if (role !== "administrator" || !isActive || administrators > 1) return;
  throw new AppError("conflict", "This is the last administrator; make another one first.");
}
