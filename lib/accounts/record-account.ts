import "server-only";
import type { Actor, AuditChange } from "@/lib/audit/audit-entry";
import type { Transaction } from "@/lib/platform/prisma";

type Recorded = {
  /** What happened to the account: "signed_in", "role_changed". */
  readonly action: string;
  readonly actor: Actor;
  /** null: nobody has an account by the name that was given. */
  readonly accountId: number | null;
  readonly change?: AuditChange;
  /** From where, when that is not the actor's own. */
  readonly address?: string;
};

/** Writes down in the audit what was done about an account, in the transaction that does it. */
export async function recordAccount(
  transaction: Pick<Transaction, "auditEntry">,
  { action, actor, accountId, change = {}, address }: Recorded,
): Promise<void> {
  const from = address ?? ("address" in actor ? actor.address : undefined);
  await transaction.auditEntry.create({
    data: {
      actor: actor.name,
      userId: actor.userId ?? null,
      action: `account.${action}`,
      subject: "account",
      subjectId: accountId === null ? "unknown" : String(accountId),
      // The same plain data with undefined left out, in the type that Prisma wants for JSON.
      change: JSON.parse(
        JSON.stringify(from === undefined ? change : { ...change, address: { from: null, to: from } }),
      ),
    },
  });
}
