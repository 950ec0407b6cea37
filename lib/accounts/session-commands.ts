import "server-only";
import type { SessionFacts } from "@/lib/accounts/freshness";
import type { Person } from "@/lib/accounts/person";
import { recordAccount } from "@/lib/accounts/record-account";
import { hashToken } from "@/lib/accounts/token";
import { AppError } from "@/lib/errors";
import { runtime } from "@/lib/platform/runtime";

/** Ends the session with this token, if there is one. */
export async function signOut(token: string): Promise<void> {
  await runtime().database.session.deleteMany({ where: { tokenHash: hashToken(token) } });
}

/** Ends one of somebody's sessions, the one they are in included. AppError not_found when they have none with this number. */
export async function revokeSession(id: number, person: Person): Promise<void> {
  await runtime().database.$transaction(async (transaction) => {
    const { count } = await transaction.session.deleteMany({ where: { id, userId: person.userId } });
    if (count === 0) throw new AppError("not_found", "This session has ended already.");
    const change = { session: { from: id, to: null } };
    await recordAccount(transaction, {
      action: "session_revoked",
      actor: person,
      accountId: person.userId,
      change,
    });
  });
}

/** Ends all of somebody's sessions but this one; answers how many there were. */
export async function revokeOtherSessions(
  { sessionId }: Pick<SessionFacts, "sessionId">,
  person: Person,
): Promise<number> {
  return runtime().database.$transaction(async (transaction) => {
    const { count } = await transaction.session.deleteMany({
      where: { userId: person.userId, id: { not: sessionId } },
    });
    if (count > 0) {
      const change = { sessions: { from: count + 1, to: 1 } };
      await recordAccount(transaction, {
        action: "sessions_revoked",
        actor: person,
        accountId: person.userId,
        change,
      });
    }
    return count;
  });
}
