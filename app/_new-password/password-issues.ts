import { flawOfPassword } from "@/lib/accounts/password-rules";
import type { FieldIssue } from "@/lib/errors";

/** What the server would say of a new password; `email` is "" where only the server knows whose it is. */
export function passwordIssues(password: string, email: string): readonly FieldIssue[] {
  const reason = flawOfPassword(password, email);
  return reason === null ? [] : [{ field: "password", reason }];
}
