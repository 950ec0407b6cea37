type CopyValue = string | number | boolean | null | undefined | readonly string[];

const SPECIAL = /[\\\n\r\t]/g;
const SPECIAL_FORMS: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** A line of COPY's text format (Postgres documentation, "COPY", "Text Format"). Without NUL, which Postgres does not store. */
export function copyLine(values: readonly CopyValue[]): string {
  return `${values.map(field).join("\t")}\n`;
}

function field(value: CopyValue): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "object") return escaped(arrayLiteral(value));
  return String(value);
}

function escaped(text: string): string {
  return text.replace(SPECIAL, (character) => SPECIAL_FORMS[character] ?? character);
}

function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
