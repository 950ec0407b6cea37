import { AppError, type FieldIssue } from "@/lib/errors";

/**
 * The value of the one parameter that a question has; empty when it is not given. Throws AppError bad_request when it is
 * given twice, or another beside it.
 */
export function parseOnlyParameter(params: URLSearchParams, name: string): string {
  const [value = "", ...more] = params.getAll(name);
  const others = [...new Set(params.keys())].filter((other) => other !== name);
  const issues: FieldIssue[] = others.map((field) => ({
    field: field.slice(0, 40),
    reason: `There is no such parameter; there is ${name}.`,
  }));
  if (more.length > 0) issues.push({ field: name, reason: "It is given more than once: give it once." });
  if (issues.length > 0) throw new AppError("bad_request", "The question cannot be read.", { issues });
  return value;
}

/** AppError bad_request naming each parameter that is given to a question that has none. */
export function refuseParameters(params: URLSearchParams): void {
  const issues: FieldIssue[] = [...new Set(params.keys())].map((field) => ({
    field: field.slice(0, 40),
    reason: "There is no such parameter; this address takes none.",
  }));
  if (issues.length > 0) throw new AppError("bad_request", "The question cannot be read.", { issues });
}
