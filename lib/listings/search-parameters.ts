import type { FieldIssue } from "@/lib/errors";
import type { Reading, SearchField } from "@/lib/listings/search-reading";

/** Every parameter, in the order in which it is written. */
export const PARAMETERS = [
  "channel",
  "region",
  "locality",
  "around",
  "keywords",
  "beds",
  "baths",
  "parking",
  "price",
  "type",
  "land",
  "feature",
  "new",
  "open",
  "agency",
  "agent",
  "bounds",
  "area",
  "sort",
  "limit",
  "after",
] as const;
export type Parameter = (typeof PARAMETERS)[number];

const QUERY_LENGTH_MAX = 8_000;

/** One parameter from all the texts that were given for it: none, or exactly one that its field can read. */
export function readParameter<T>(
  texts: readonly string[],
  field: Pick<SearchField<T>, "absent" | "read">,
): Reading<T> {
  const [text, ...others] = texts;
  if (text === undefined) return { ok: true, value: field.absent };
  if (others.length > 0) return { ok: false, reason: "It is given more than once: give it once." };
  if (text === "") return { ok: false, reason: "It is empty: give it a value, or leave it out." };
  return field.read(text);
}

export function isParameter(name: string): name is Parameter {
  return PARAMETERS.some((parameter) => parameter === name);
}

/** Whether a parameter only tells a site where its visitor came from, and so means nothing to an answer. */
export function isTrackingParameter(name: string): boolean {
  return /^(utm_\w+|gclid|gclsrc|gbraid|wbraid|dclid|fbclid|msclkid|twclid|ttclid|li_fat_id|igshid|yclid|mc_cid|mc_eid|_ga|_gl)$/i.test(
    name,
  );
}

export function unknownParameter(name: string, known: readonly string[] = PARAMETERS): FieldIssue {
  return {
    field: name.slice(0, 40),
    reason: `There is no such parameter; there are ${known.join(", ")}.`,
  };
}

/** Long questions are refused before they are read: reading one must not cost more than answering it. */
export function lengthIssue(params: URLSearchParams): FieldIssue | null {
  const length = [...params].reduce((sum, [name, value]) => sum + name.length + value.length + 2, 0);
  if (length <= QUERY_LENGTH_MAX) return null;
  return {
    field: "query",
    reason: `The question is longer than ${QUERY_LENGTH_MAX} characters: ask for less at once.`,
  };
}

/** A parameter and its text; null when there is nothing to write. */
export type Written = readonly [Parameter, string | null];

/** The query of a canonical form. Every field writes only what an address carries as it is, so nothing is encoded. */
export function writeParameters(written: readonly Written[]): string {
  return written
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}
