import "server-only";
import type { Actor, AuditChange } from "@/lib/audit/audit-entry";
import type { Transaction } from "@/lib/platform/prisma";

type Recorded = {
  /** What happened to it: "signed_in", "deactivated". */
  readonly action: string;
  readonly actor: Actor;
  /** null: nobody has an account by the name that was given. */
  readonly accountId: number | null;
  /** What is not an account yet. */
  readonly invitationId?: number;
  readonly change?: AuditChange;
  /** From where, when that is not the actor's own. */
  readonly address?: string;
};

/** Writes down in the audit what was done about an account or an invitation, in the transaction that does it. */
export async function recordAccount(
  transaction: Pick<Transaction, "auditEntry">,
  { action, actor, accountId, invitationId, change = {}, address }: Recorded,
): Promise<void> {
  const subject = invitationId === undefined ? "account" : "invitation";
  const from = address ?? ("address" in actor ? actor.address : undefined);
  await transaction.auditEntry.create({
    data: {
      actor: actor.name,
      userId: actor.userId ?? null,
      action: `${subject}.${action}`,
      subject,
      subjectId: String(invitationId ?? accountId ?? "unknown"),
      address: from ?? null,
      // The same plain data with undefined left out, in the type that Prisma wants for JSON.
      change: JSON.parse(JSON.stringify(change)),
    },
  });
}
