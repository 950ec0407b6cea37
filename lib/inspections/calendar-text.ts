const LINE_BYTES_MAX = 75;
const BREAK = "\r\n";

/** A property of a calendar, whose value is already spelt as its type asks: "NAME:value" in lines of at most 75 octets (RFC 5545, 3.1). */
export function contentLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = "";
  let bytes = 0;
  // By code points: no octets of one may stand in two lines.
  for (const point of `${name}:${value}`) {
    const size = Buffer.byteLength(point);
    if (bytes + size > LINE_BYTES_MAX) {
      lines.push(line);
      line = " ";
      bytes = 1;
    }
    line += point;
    bytes += size;
  }
  return `${[...lines, line].join(BREAK)}${BREAK}`;
}

/** A text as a value of the type TEXT (RFC 5545, 3.3.11). Control characters, which no calendar may hold, are left out. */
export function textValue(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\u{fffd}")
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** An instant as a value of the type DATE-TIME, in UTC: "20261128T000000Z". */
export function utcValue(instant: string | Date): `${string}Z` {
  const text = new Date(instant).toISOString().replace(/\.\d+Z$/, "");
  return `${text.replace(/[-:]/g, "")}Z`;
}
