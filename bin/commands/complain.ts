import { isAppError } from "@/lib/errors";

/** Says on standard error what went wrong: for an expected failure its message and each issue; a stack only where one was asked for. */
export function complain(thrown: unknown, { isDebug }: { isDebug: boolean }): void {
  if (isAppError(thrown)) {
    console.error(thrown.message);
    // Some messages already name their issues.
    const issues = thrown.issues.filter(({ reason }) => !thrown.message.includes(reason));
    for (const { field, reason } of issues) console.error(`  ${field}: ${reason}`);
  } else {
    console.error(
      `This failed in a way that was not foreseen: ${thrown instanceof Error ? thrown.message : thrown}`,
    );
    if (!isDebug) console.error("Run it with --debug before the command to see where, and please report it.");
  }
  if (isDebug) console.error(thrown);
}
