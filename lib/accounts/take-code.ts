import "server-only";
import { hashRecoveryCode } from "@/lib/accounts/recovery-code";
import { stepOfCode } from "@/lib/accounts/totp";
import type { Transaction } from "@/lib/platform/prisma";

/** What somebody gives as their second factor. */
export type GivenCode = { readonly code: string } | { readonly recoveryCode: string };

/** Takes a code, so that it is not taken again; false when it is wrong, or was used before. */
export async function takeCode(
  transaction: Transaction,
  { userId, given, now }: { readonly userId: number; readonly given: GivenCode; readonly now: Date },
): Promise<boolean> {
  if ("recoveryCode" in given) {
    const codeHash = hashRecoveryCode(given.recoveryCode);
    return (await transaction.recoveryCode.deleteMany({ where: { userId, codeHash } })).count === 1;
  }
  const factor = await transaction.secondFactor.findUnique({
    where: { userId },
    select: { secret: true },
  });
  const step = factor === null ? null : stepOfCode(factor.secret, given.code, now);
  if (step === null) return false;
  // Whoever looked over a shoulder, or is faster with the same code, comes second.
  const { count } = await transaction.secondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}
