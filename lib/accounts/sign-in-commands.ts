import "server-only";
import type { SessionFacts } from "@/lib/accounts/freshness";
import { hashPassword, isOutdated, isPassword } from "@/lib/accounts/password";
import type { Person } from "@/lib/accounts/person";
import { recordAccount } from "@/lib/accounts/record-account";
import { type StartedSession, startSession, type Visitor } from "@/lib/accounts/start-session";
import { type GivenCode, takeCode } from "@/lib/accounts/take-code";
import { countAttempt, forgive, ownAttempt, signInAttempt } from "@/lib/accounts/throttle";
import { hashToken } from "@/lib/accounts/token";
import { AppError } from "@/lib/errors";
import { runtime } from "@/lib/platform/runtime";

/** `secondFactor` needed: the session is nobody's until signInWithCode. */
export type SignedIn = StartedSession & { readonly secondFactor: "needed" | "none" };

type Given = { readonly email: string; readonly password: string };

/**
 * Begins a session for whoever gives the e-mail address and the password of an account; the session of `replaces` ends. AppError
 * unauthorized when they are wrong, in the same words and after as much work whether or not there is such an account;
 * too_many_requests; unavailable when too many sign in at once.
 */
export async function signIn(
  { email, password }: Given,
  visitor: Visitor,
  { replaces = null, now = new Date() }: { readonly replaces?: string | null; readonly now?: Date } = {},
): Promise<SignedIn> {
  const attempt = await countAttempt(signInAttempt(email, visitor.address), now);
  const account = await findAccount(email);
  const hash = account?.isActive ? account.passwordHash : null;
  if (!(await isPassword(password, hash)) || account === null || hash === null) {
    await recordFailure(account?.id ?? null, "sign_in_failed", visitor);
    throw new AppError("unauthorized", "The e-mail address or the password is not right.");
  }
  const rehashed = isOutdated(hash) ? await hashPassword(password) : null;
  const awaitsCode = account.secondFactor?.confirmedAt != null;
  return runtime().database.$transaction(async (transaction) => {
    await forgive(transaction, attempt, now);
    // Whoever changed the password meanwhile has ended every session with it: this one must not begin.
    const { count } = await transaction.userAccount.updateMany({
      where: { id: account.id, isActive: true, passwordHash: hash },
      data: { passwordHash: rehashed ?? hash },
    });
    if (count === 0) throw new AppError("unauthorized", "The e-mail address or the password is not right.");
    if (replaces !== null)
      await transaction.session.deleteMany({ where: { tokenHash: hashToken(replaces) } });
    const started = await startSession(transaction, { userId: account.id, visitor, awaitsCode, now });
    if (!awaitsCode) await recordSignIn(transaction, account, visitor);
    return { ...started, secondFactor: awaitsCode ? "needed" : "none" };
  });
}

/**
 * Completes a sign-in that awaits a code: that session ends and one with another token begins. AppError unauthorized when the code is
 * wrong or used before, too_many_requests, conflict when nothing is awaited.
 */
export async function signInWithCode(
  session: SessionFacts,
  given: GivenCode,
  visitor: Visitor,
  now = new Date(),
): Promise<StartedSession> {
  if (!session.awaitsCode) throw new AppError("conflict", "This session awaits no code.");
  const { sessionId, userId } = session;
  const attempt = await countAttempt(ownAttempt("code", userId), now);
  const started = await runtime()
    .database.$transaction(async (transaction) => {
      const { count } = await transaction.session.deleteMany({ where: { id: sessionId, awaitsCode: true } });
      if (count === 0) throw new AppError("unauthorized", "This sign-in has ended; begin again.");
      if (!(await takeCode(transaction, { userId, given, now }))) throw WRONG_CODE;
      await forgive(transaction, attempt, now);
      const how = "recoveryCode" in given ? "signed_in_by_recovery_code" : "signed_in";
      await recordSignIn(transaction, { id: userId, ...session }, visitor, how);
      return startSession(transaction, { userId, visitor, awaitsCode: false, now });
    })
    .catch((thrown: unknown) => {
      if (thrown !== WRONG_CODE) throw thrown;
      return null;
    });
  if (started !== null) return started;
  await recordFailure(userId, "code_refused", visitor);
  throw new AppError("unauthorized", "This code is not right, or was used already; wait for the next one.");
}

/** Undoes the transaction that met it. */
const WRONG_CODE = new Error("wrong code");

type Known = Pick<Person, "name" | "role" | "agency"> & { readonly id: number };

function recordSignIn(
  transaction: Parameters<typeof recordAccount>[0],
  { id, name, role, agency }: Known,
  { address }: Visitor,
  action = "signed_in",
): Promise<void> {
  const actor: Person = { userId: id, name, role, agency, address };
  return recordAccount(transaction, { action, actor, accountId: id });
}

function recordFailure(accountId: number | null, action: string, { address }: Visitor): Promise<void> {
  const actor = { name: "somebody" };
  return recordAccount(runtime().database, { action, actor, accountId, address });
}

function findAccount(email: string) {
  return runtime().database.userAccount.findUnique({
    relationLoadStrategy: "join",
    where: { email },
    select: {
      id: true,
      name: true,
      role: true,
      isActive: true,
      passwordHash: true,
      agency: { select: { id: true, slug: true } },
      secondFactor: { select: { confirmedAt: true } },
    },
  });
}
