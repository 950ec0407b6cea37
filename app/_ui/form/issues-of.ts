import type { ZodType } from "zod";
import type { FieldIssue } from "@/lib/errors";

/** What is wrong with values that are about to be sent, as the server would say it: one issue for each field. */
export function issuesOf(schema: ZodType, values: unknown): readonly FieldIssue[] {
  const reasons = new Map<string, string>();
  for (const { path, message } of schema.safeParse(values).error?.issues ?? []) {
    const field = path.join(".");
    if (!reasons.has(field)) reasons.set(field, message);
  }
  return [...reasons].map(([field, reason]) => ({ field, reason }));
}
