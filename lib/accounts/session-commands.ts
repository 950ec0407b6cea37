import "server-only";
import type { SessionFacts } from "@/lib/accounts/freshness";
import type { Person } from "@/lib/accounts/person";
import { recordAccount } from "@/lib/accounts/record-account";
import type { Visitor } from "@/lib/accounts/start-session";
import { hashToken } from "@/lib/accounts/token";
import { AppError } from "@/lib/errors";
import { runtime } from "@/lib/platform/runtime";

/** Ends the session with this token, if there is one; from where that was asked. */
export async function signOut(token: string, { address }: Pick<Visitor, "address">): Promise<void> {
  const tokenHash = hashToken(token);
  await runtime().database.$transaction(async (transaction) => {
    const session = await transaction.session.findUnique({
      where: { tokenHash },
      select: {
        awaitsCode: true,
        user: { select: { id: true, name: true, role: true, agency: { select: { id: true, slug: true } } } },
      },
    });
    const { count } = await transaction.session.deleteMany({ where: { tokenHash } });
    // Who gives up before the code was never signed in.
    if (session === null || count === 0 || session.awaitsCode) return;
    const { id, ...rest } = session.user;
    const actor: Person = { userId: id, ...rest, address };
    await recordAccount(transaction, { action: "signed_out", actor, accountId: id });
  });
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
