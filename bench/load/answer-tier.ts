/** Where an answer came from, from the nearest to the furthest; unsaid: its header does not tell. */
export const ANSWER_TIERS = ["response", "memory", "shared", "origin", "unsaid"] as const;
export type AnswerTier = (typeof ANSWER_TIERS)[number];

type Header = string | readonly string[] | undefined;

/** Reads Cache-Status (RFC 9211) as the portal writes it: an answer with many parts comes from as far as its furthest. */
export function tierOf(header: Header): AnswerTier {
  const said = textOf(header);
  if (/;\s*fwd=/.test(said)) return "origin";
  if (!/;\s*hit\b/.test(said)) return "unsaid";
  // A whole response says so, whichever tier below it was kept in.
  if (/\bresponse\b/.test(said)) return "response";
  return /\bshared\b/.test(said) ? "shared" : "memory";
}

/** Whether the answer says of itself that it is stale. */
export function isMarkedStale(header: Header): boolean {
  return /\bstale\b/.test(textOf(header));
}

function textOf(header: Header): string {
  return typeof header === "string" ? header : (header ?? []).join(", ");
}
