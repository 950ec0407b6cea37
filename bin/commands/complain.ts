import { isAppError } from "@/lib/errors";
import { databaseFailure } from "@/lib/platform/database-failure";

/** Says on standard error what went wrong: for an expected failure its message and each issue; a stack only where one was asked for. */
export function complain(thrown: unknown, { isDebug }: { isDebug: boolean }): void {
  const expected = databaseFailure(thrown) ?? thrown;
  if (isAppError(expected)) {
    console.error(expected.message);
    // Some messages already name their issues.
    const issues = expected.issues.filter(({ reason }) => !expected.message.includes(reason));
    for (const { field, reason } of issues) console.error(`  ${field}: ${reason}`);
  } else {
    console.error(
      `This failed in a way that was not foreseen: ${thrown instanceof Error ? thrown.message : thrown}`,
    );
    if (!isDebug) console.error("Run it with --debug before the command to see where, and please report it.");
  }
  if (isDebug) console.error(thrown);
}
