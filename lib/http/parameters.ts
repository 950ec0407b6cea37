import { z } from "zod";
import { AppError, type FieldIssue } from "@/lib/errors";

/**
 * The parameters of a question, each text read as its schema says. Throws AppError bad_request that names every one that is unknown,
 * given twice, or not what it must be, with the reason. `{}` is the shape of an address that takes none.
 */
export function parseParameters<Shape extends z.ZodRawShape>(
  params: URLSearchParams,
  shape: Shape,
): z.infer<z.ZodObject<Shape>> {
  const names = Object.keys(shape);
  const unknown = [...new Set(params.keys())].filter((name) => !names.includes(name));
  const issues: FieldIssue[] = unknown.map((name) => ({
    field: name.slice(0, 40),
    reason: `There is no such parameter; ${listed(names)}.`,
  }));
  for (const name of names) {
    if (params.getAll(name).length > 1)
      issues.push({ field: name, reason: "It is given more than once: give it once." });
  }
  const texts = names.map((name) => [name, params.get(name) ?? undefined] as const);
  const parsed = z.object(shape).safeParse(Object.fromEntries(texts));
  if (parsed.success && issues.length === 0) return parsed.data;
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = String(path[0]);
    if (!issues.some((issue) => issue.field === field)) issues.push({ field, reason: message });
  }
  throw new AppError("bad_request", "The question cannot be read.", { issues });
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "this address takes none";
  return `there ${names.length === 1 ? "is" : "are"} ${names.join(", ")}`;
}
