import "server-only";
import type { OwnSession } from "@/lib/accounts/account";
import { type SessionFacts, sessionRead, tagsOfSession } from "@/lib/accounts/freshness";
import { SEEN_EVERY_MS, SESSION_IDLE_MS } from "@/lib/accounts/session-limits";
import { hashToken } from "@/lib/accounts/token";
import { currentRead } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/**
 * The session with this token, or null when it has ended or was never there. Revoked anywhere, it is gone in every process as soon as any
 * other change is seen there. Rejects when neither the cache nor the database can vouch for it.
 */
export async function findSession(token: string, now = new Date()): Promise<SessionFacts | null> {
  const tokenHash = hashToken(token);
  const read = sessionRead(tokenHash.toString("hex"));
  const session = await currentRead(read, async ({ addTags }) => {
    const loaded = await loadSession(tokenHash);
    if (loaded !== null) addTags(...tagsOfSession(loaded));
    if (loaded !== null && !isOver(loaded, now)) noteSeen(loaded, now);
    return loaded;
  });
  if (session === null || !session.isActive || now.getTime() >= session.expiresAtMs) return null;
  if (!isOver(session, now)) return session;
  // Another process may have seen its owner since: that changes nothing that the cache is told of.
  const current = await loadSession(tokenHash);
  return current?.isActive && !isOver(current, now) ? current : null;
}

/** Where this account is signed in, the latest first. */
export async function listSessions(
  { userId, sessionId }: Pick<SessionFacts, "userId" | "sessionId">,
  now = new Date(),
): Promise<readonly OwnSession[]> {
  const rows = await runtime().database.session.findMany({
    where: {
      userId,
      awaitsCode: false,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - SESSION_IDLE_MS) },
    },
    select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true, address: true, userAgent: true },
    orderBy: { id: "desc" },
  });
  return rows.map(({ id, createdAt, lastSeenAt, expiresAt, address, userAgent }) => ({
    id,
    isThis: id === sessionId,
    startedAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    address,
    userAgent,
  }));
}

function isOver({ expiresAtMs, lastSeenAtMs }: SessionFacts, now: Date): boolean {
  return now.getTime() >= Math.min(expiresAtMs, lastSeenAtMs + SESSION_IDLE_MS);
}

async function loadSession(tokenHash: Buffer<ArrayBuffer>): Promise<SessionFacts | null> {
  const row = await runtime().database.session.findUnique({
    relationLoadStrategy: "join",
    where: { tokenHash },
    select: {
      id: true,
      awaitsCode: true,
      lastSeenAt: true,
      expiresAt: true,
      user: {
        select: {
          id: true,
          name: true,
          role: true,
          isActive: true,
          agency: { select: { id: true, slug: true } },
        },
      },
    },
  });
  if (row === null) return null;
  const { id: userId, name, role, agency, isActive } = row.user;
  return {
    ...{ sessionId: row.id, userId, name, role, agency, isActive, awaitsCode: row.awaitsCode },
    lastSeenAtMs: row.lastSeenAt.getTime(),
    expiresAtMs: row.expiresAt.getTime(),
  };
}

/** Only as a session is loaded, so at most once for the life of its entry; nobody waits for it, and nobody fails by it. */
function noteSeen({ sessionId, lastSeenAtMs }: SessionFacts, now: Date): void {
  if (now.getTime() - lastSeenAtMs < SEEN_EVERY_MS) return;
  const { database, logger } = runtime();
  database.session
    .updateMany({ where: { id: sessionId, lastSeenAt: { lt: now } }, data: { lastSeenAt: now } })
    .catch((err: unknown) => logger.warn({ err }, "it was not noted that somebody was seen"));
}
