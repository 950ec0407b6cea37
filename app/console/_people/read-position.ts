import { textOf } from "@/app/_ui/form/text-of";
import type { FieldIssue } from "@/lib/errors";

/** The fields of PositionFields, as the API takes them. */
export function readPosition(fields: FormData): { readonly role: string; readonly agency: string | null } {
  const role = textOf(fields, "role");
  return { role, agency: role === "agent" ? textOf(fields, "agency") || null : null };
}

/** In the words of a form, where there are no slugs. */
export function positionIssues({ role, agency }: ReturnType<typeof readPosition>): readonly FieldIssue[] {
  return role === "agent" && agency === null
    ? [{ field: "agency", reason: "Choose the agency that they work for." }]
    : [];
}
