type CopyValue = string | number | boolean | null | undefined | readonly string[];

const SPECIAL = /[\\\n\r\t]/g;
const HAS_SPECIAL = /[\\\n\r\t]/;
const SPECIAL_FORMS: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** A line of COPY's text format (Postgres documentation, "COPY", "Text Format"). Without NUL, which Postgres does not store. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = "";
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) line += "\t";
    line += field(values[index]);
  }
  return `${line}\n`;
}

function field(value: CopyValue): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "object") return escaped(arrayLiteral(value));
  return String(value);
}

function escaped(text: string): string {
  // Most texts have none, and looking is quicker than replacing.
  if (!HAS_SPECIAL.test(text)) return text;
  return text.replace(SPECIAL, (character) => SPECIAL_FORMS[character] ?? character);
}

function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
