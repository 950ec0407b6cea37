import { AppError } from "@/lib/errors";

const NAMES_SHOWN_MAX = 30;
const DELIMITERS: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};

/** The names in a header, if it has each needed column and no column twice; else AppError bad_request that says what is wrong. */
export function checkHeader(
  { file, delimiter, needed }: { file: string; delimiter: string; needed: readonly string[] },
  header: readonly string[],
): readonly string[] {
  const twice = header.filter((name, index) => header.indexOf(name) !== index);
  if (twice.length > 0) {
    throw new AppError(
      "bad_request",
      `The header of ${file} has a column twice: ${list([...new Set(twice)])}. Rename one; nothing was imported.`,
    );
  }
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length === 0) return header;
  const reason = otherDelimiter(header, delimiter) ?? `It has: ${list(header)}`;
  throw new AppError(
    "bad_request",
    `${file} is not the file that the mapping describes: its header lacks ${list(missing)}. ${reason}. Nothing was imported.`,
  );
}

function otherDelimiter([only = "", ...others]: readonly string[], delimiter: string): string | null {
  if (others.length > 0) return null;
  const found = Object.keys(DELIMITERS).find((other) => other !== delimiter && only.includes(other));
  if (found === undefined) return null;
  const expected = DELIMITERS[delimiter] ?? `"${delimiter}"`;
  return `Its columns seem to be separated by ${DELIMITERS[found]}, and the mapping's delimiter is ${expected}`;
}

function list(names: readonly string[]): string {
  const shown = names
    .slice(0, NAMES_SHOWN_MAX)
    .map((name) => (name.length > 60 ? `${name.slice(0, 60)}…` : name));
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}
