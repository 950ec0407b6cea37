export type Encoding = "br" | "gzip" | "identity";

/** Best first. */
const ENCODINGS: readonly Encoding[] = ["br", "gzip", "identity"];
const KNOWN_MAX = 200;
const known = new Map<string, Encoding>();

/** The encoding to answer in, by an Accept-Encoding (RFC 9110, section 12.5.3): the smallest of those that are not refused. */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined) return "identity";
  const remembered = known.get(header);
  if (remembered !== undefined) return remembered;
  const encoding = read(header);
  // Browsers send some ten different ones.
  if (known.size < KNOWN_MAX && header.length < KNOWN_MAX) known.set(header, encoding);
  return encoding;
}

function read(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((each) => each.trim());
    const weight = parameters.find((each) => each.startsWith("q="))?.slice(2);
    weights.set(name === "x-gzip" ? "gzip" : name, weight === undefined ? 1 : Number(weight));
  }
  const weightOf = (encoding: Encoding) =>
    weights.get(encoding) ?? (encoding === "identity" ? 0.001 : (weights.get("*") ?? 0));
  const [first = "identity", ...others] = ENCODINGS;
  // Of equal weights the first; what is no number weighs nothing.
  return others.reduce(
    (best, each) => (weightOf(each) > weightOf(best) || !(weightOf(best) > 0) ? each : best),
    first,
  );
}
