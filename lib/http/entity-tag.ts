/** Whether an If-None-Match names this entity tag, by the weak comparison (RFC 9110, section 13.1.2). */
export function namesEntity(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header === tag) return true;
  if (header.trim() === "*") return true;
  // A tag may hold commas, so they are found and not split.
  for (const [named] of header.matchAll(/"[^"]*"/g)) if (named === tag) return true;
  return false;
}
