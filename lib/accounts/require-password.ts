import "server-only";
import { isPassword } from "@/lib/accounts/password";
import { countAttempt, forgive, ownAttempt } from "@/lib/accounts/throttle";
import { AppError } from "@/lib/errors";
import { runtime } from "@/lib/platform/runtime";

/**
 * Has somebody who is signed in show that it is they who sit there: answers the hash that their password was compared with. AppError
 * bad_request when it is wrong, too_many_requests when it was too often.
 */
export async function requirePassword(
  userId: number,
  password: string,
  { field = "password", now = new Date() }: { readonly field?: string; readonly now?: Date } = {},
): Promise<string> {
  const attempt = await countAttempt(ownAttempt("password", userId), now);
  const { database } = runtime();
  const account = await database.userAccount.findUnique({
    where: { id: userId },
    select: { passwordHash: true },
  });
  const hash = account?.passwordHash ?? null;
  if (!(await isPassword(password, hash)) || hash === null) {
    const reason = "This is not the password of this account.";
    throw new AppError("bad_request", reason, { issues: [{ field, reason }] });
  }
  await database.$transaction((transaction) => forgive(transaction, attempt, now));
  return hash;
}
