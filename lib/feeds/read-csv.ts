import "server-only";
import { basename } from "node:path";
import { pipeline, Readable } from "node:stream";
import { type Parser, parse } from "csv-parse";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { checkHeader } from "@/lib/feeds/check-header";
import type { Columns } from "@/lib/feeds/row-reading";
import { readTextFile } from "@/lib/platform/text-file";

const RECORD_CHARACTERS_MAX = 1_000_000;

const CsvRecord = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });

/** A row with its line in the file (of a row over several lines, the first); `columns` is null when it has too few or too many. */
export type CsvRow = {
  readonly line: number;
  readonly columns: Columns | null;
  readonly fault: string | null;
};

export type CsvForm = { readonly delimiter: string; readonly needed: readonly string[] };

/**
 * The rows of a CSV file with a header, one after the other; memory stays bounded. AppError when the file is not what the form says: a column
 * is missing or there twice, a quoted value never ends, it ends within a row, it has no rows.
 */
export async function* readCsv(
  path: string,
  { delimiter, needed }: CsvForm,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<CsvRow> {
  const ending = { isWhole: false };
  const parser = openParser(watchEnd(readTextFile(path, onBytes), ending), delimiter);
  let header: readonly string[] | null = null;
  let last: CsvRow | null = null;
  try {
    for await (const parsed of parser) {
      const { record, info } = CsvRecord.parse(parsed);
      if (header === null) {
        header = checkHeader(
          { file: basename(path), delimiter, needed },
          record.map((name) => name.trim()),
        );
        continue;
      }
      last = toRow(header, record, info.lines);
      yield last;
    }
  } catch (thrown) {
    throw translate(basename(path), thrown);
  }
  if (last === null) throw refuseFile(path, "has a header and no rows");
  if (last.columns === null && !ending.isWhole)
    throw refuseFile(path, `ends in the middle of line ${last.line}`);
}

function openParser(text: AsyncIterable<string>, delimiter: string): Parser {
  const parser = parse({
    delimiter,
    info: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    // A quote within a value is taken as it stands; it would otherwise swallow the rows after it.
    relax_quotes: true,
    max_record_size: RECORD_CHARACTERS_MAX,
  });
  // Unlike pipe, it passes an error of the source on to whoever reads the parser.
  pipeline(Readable.from(text), parser, () => {});
  return parser;
}

/** Passes text on and remembers whether its last line was ended. */
async function* watchEnd(
  pieces: AsyncIterable<string>,
  ending: { isWhole: boolean },
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    if (piece !== "") ending.isWhole = /[\r\n]$/.test(piece);
    yield piece;
  }
}

function toRow(header: readonly string[], record: readonly string[], lastLine: number): CsvRow {
  const line = lastLine - record.reduce((count, value) => count + value.split("\n").length - 1, 0);
  if (record.length !== header.length) {
    const fault = `has ${record.length} columns instead of ${header.length}`;
    return { line, columns: null, fault };
  }
  return {
    line,
    columns: Object.fromEntries(header.map((name, index) => [name, record[index]?.trim() ?? ""])),
    fault: null,
  };
}

function translate(file: string, thrown: unknown): unknown {
  const code = thrown instanceof Error && "code" in thrown ? thrown.code : null;
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return refuseFile(file, "ends in the middle of a quoted value", thrown);
  if (code === "CSV_MAX_RECORD_SIZE")
    return refuseFile(file, "has a row of more than a million characters: a quote in it never ends", thrown);
  if (code !== null && String(code).startsWith("CSV_"))
    return refuseFile(file, "is no CSV that can be read", thrown);
  return thrown;
}

function refuseFile(path: string, what: string, cause?: unknown): AppError {
  return new AppError(
    "bad_request",
    `${basename(path)} ${what}; nothing was imported. Get the whole file again.`,
    { cause },
  );
}
