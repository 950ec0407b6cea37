import "server-only";
import type { SessionFacts } from "@/lib/accounts/freshness";
import type { Person } from "@/lib/accounts/person";
import { recordAccount } from "@/lib/accounts/record-account";
import { hashRecoveryCode, makeRecoveryCodes } from "@/lib/accounts/recovery-code";
import { requirePassword } from "@/lib/accounts/require-password";
import { takeCode } from "@/lib/accounts/take-code";
import { countAttempt, forgive, ownAttempt } from "@/lib/accounts/throttle";
import { makeTotpSecret } from "@/lib/accounts/totp";
import { AppError } from "@/lib/errors";
import type { Transaction } from "@/lib/platform/prisma";
import { runtime } from "@/lib/platform/runtime";

/** What an authenticator app is given; it is never told again. */
export type OfferedSecret = { readonly secret: string; readonly uri: string };

/** Offers somebody a secret; no code is asked for until one has been given. AppError conflict when there is a second factor already. */
export async function offerSecondFactor(person: Person, password: string): Promise<OfferedSecret> {
  const { userId } = person;
  await requirePassword(userId, password);
  return runtime().database.$transaction(async (transaction) => {
    const { email } = await lockAccount(transaction, userId);
    const { bytes, base32, uri } = makeTotpSecret(email);
    const { count } = await transaction.secondFactor.deleteMany({ where: { userId, confirmedAt: null } });
    if (count === 0 && (await transaction.secondFactor.findUnique({ where: { userId } })) !== null)
      throw new AppError("conflict", "This account has a second factor already; remove that one first.");
    await transaction.secondFactor.create({ data: { userId, secret: bytes } });
    return { secret: base32, uri };
  });
}

/**
 * Turns the offered second factor on with a first code, ends all other sessions, and answers the recovery codes, once. AppError
 * bad_request when the code is wrong, conflict when none is offered, too_many_requests.
 */
export async function confirmSecondFactor(
  { sessionId }: Pick<SessionFacts, "sessionId">,
  { person, code, now = new Date() }: { readonly person: Person; readonly code: string; readonly now?: Date },
): Promise<readonly string[]> {
  const { userId } = person;
  const attempt = await countAttempt(ownAttempt("code", userId), now);
  return runtime().database.$transaction(async (transaction) => {
    await lockAccount(transaction, userId);
    const offered = await transaction.secondFactor.findUnique({
      where: { userId },
      select: { confirmedAt: true },
    });
    if (offered === null || offered.confirmedAt !== null)
      throw new AppError("conflict", "There is no second factor that waits for its first code.");
    if (!(await takeCode(transaction, { userId, given: { code }, now }))) throw wrongCode();
    await forgive(transaction, attempt, now);
    await transaction.secondFactor.update({ where: { userId }, data: { confirmedAt: now } });
    await transaction.session.deleteMany({ where: { userId, id: { not: sessionId } } });
    const change = { secondFactor: { from: false, to: true } };
    await recordAccount(transaction, {
      action: "second_factor_added",
      actor: person,
      accountId: userId,
      change,
    });
    return giveRecoveryCodes(transaction, userId);
  });
}

/** Takes somebody's second factor away, with its recovery codes. */
export async function removeSecondFactor(person: Person, password: string): Promise<void> {
  await requirePassword(person.userId, password);
  await runtime().database.$transaction(async (transaction) => {
    await dropSecondFactor(transaction, person.userId);
    const change = { secondFactor: { from: true, to: false } };
    await recordAccount(transaction, {
      action: "second_factor_removed",
      actor: person,
      accountId: person.userId,
      change,
    });
  });
}

/** Ten new recovery codes in place of those before. AppError conflict without a second factor. */
export async function replaceRecoveryCodes(person: Person, password: string): Promise<readonly string[]> {
  const { userId } = person;
  await requirePassword(userId, password);
  return runtime().database.$transaction(async (transaction) => {
    await lockAccount(transaction, userId);
    const factor = await transaction.secondFactor.findUnique({
      where: { userId },
      select: { confirmedAt: true },
    });
    if (factor?.confirmedAt == null)
      throw new AppError("conflict", "This account has no second factor that codes could stand in for.");
    await recordAccount(transaction, {
      action: "recovery_codes_replaced",
      actor: person,
      accountId: userId,
    });
    return giveRecoveryCodes(transaction, userId);
  });
}

export async function dropSecondFactor(transaction: Transaction, userId: number): Promise<boolean> {
  await transaction.recoveryCode.deleteMany({ where: { userId } });
  return (await transaction.secondFactor.deleteMany({ where: { userId } })).count > 0;
}

async function giveRecoveryCodes(transaction: Transaction, userId: number): Promise<readonly string[]> {
  const codes = makeRecoveryCodes();
  await transaction.recoveryCode.deleteMany({ where: { userId } });
  await transaction.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: hashRecoveryCode(code) })),
  });
  return codes;
}

/** One change of an account's second factor at a time. */
async function lockAccount(transaction: Transaction, userId: number): Promise<{ readonly email: string }> {
  const [account] = await transaction.$queryRaw<{ email: string }[]>`
    SELECT email FROM user_account WHERE id = ${userId} FOR UPDATE`;
  if (account === undefined) throw new AppError("not_found", `There is no account ${userId}.`);
  return account;
}

function wrongCode(): AppError {
  const reason = "This code is not right; wait for the next one, and check the clock of the device.";
  return new AppError("bad_request", reason, { issues: [{ field: "code", reason }] });
}
