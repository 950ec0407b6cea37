import "server-only";
import { CODE_WAIT_MS, SESSION_IDLE_MS, SESSION_MAX_MS } from "@/lib/accounts/session-limits";
import { hashToken, makeToken } from "@/lib/accounts/token";
import type { Transaction } from "@/lib/platform/prisma";

const SESSIONS_MAX = 50;
const USER_AGENT_MAX = 300;

/** Where somebody signs in from. */
export type Visitor = { readonly address: string; readonly userAgent: string };

/** What their browser is given, once. */
export type StartedSession = { readonly token: string; readonly expiresAt: Date };

type Start = {
  readonly userId: number;
  readonly visitor: Visitor;
  readonly awaitsCode: boolean;
  readonly now: Date;
};

/** A new session. Those of this account that are over go, and the oldest when there would be more than fifty. */
export async function startSession(
  transaction: Transaction,
  { userId, visitor, awaitsCode, now }: Start,
): Promise<StartedSession> {
  await transaction.$executeRaw`
    DELETE FROM session WHERE user_id = ${userId} AND (
      expires_at <= ${now} OR last_seen_at <= ${new Date(now.getTime() - SESSION_IDLE_MS)}
      OR id NOT IN (SELECT id FROM session WHERE user_id = ${userId} ORDER BY id DESC LIMIT ${SESSIONS_MAX - 1}))`;
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + (awaitsCode ? CODE_WAIT_MS : SESSION_MAX_MS));
  await transaction.session.create({
    data: {
      ...{ userId, awaitsCode, expiresAt, tokenHash: hashToken(token), createdAt: now, lastSeenAt: now },
      address: visitor.address,
      // Not through the middle of a character.
      userAgent: [...visitor.userAgent].slice(0, USER_AGENT_MAX).join(""),
    },
  });
  return { token, expiresAt };
}
