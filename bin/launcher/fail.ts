import { isAppError } from "@/lib/errors";
import { CLONE } from "@/lib/platform/services/clone";

/** What a person should read of an error: one sentence where we know it, all of it where we do not. */
export function explain(thrown: unknown): string {
  if (isAppError(thrown)) return thrown.message;
  if (!(thrown instanceof Error)) return String(thrown);
  const { code, path } = thrown as NodeJS.ErrnoException;
  if (code === "ENOSPC") return `The disk of ${CLONE} is full; make room, then try again.`;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return `${path ?? CLONE} cannot be written; an earlier run as another user (root?) may own it. Run as that user, or remove .data.`;
  return thrown.stack ?? thrown.message;
}
