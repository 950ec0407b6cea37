import { staleCauseOf } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/**
 * How old the oldest part is of what was read for this request so far, in milliseconds, when a part of it is known to be staler than is
 * promised: the database could not be asked. null when all is as promised. Call it once everything is read.
 */
export function staleForMs(): number | null {
  const reads = runtime().request.getStore()?.reads ?? [];
  return staleCauseOf(reads) === null ? null : Math.max(...reads.map(({ ageMs }) => ageMs));
}
