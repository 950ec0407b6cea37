import type { Actor } from "@/lib/audit/audit-entry";
import { AppError } from "@/lib/errors";

/** Lets administrators and the portal's own programs go on; AppError forbidden for everybody else. */
export function requireAdministrator(actor: Actor): void {
  if (actor.userId === undefined || actor.role === "administrator") return;
  throw new AppError("forbidden", "Only an administrator may do this.");
}
