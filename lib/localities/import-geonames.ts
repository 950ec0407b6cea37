import "server-only";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { AppError } from "@/lib/errors";
import { addPlaces, type MergeCounts } from "@/lib/localities/commands";
import { GEONAMES_COLUMN_COUNT, type RegionIds, readGeonamesLine } from "@/lib/localities/geonames";
import type { ListedPlace } from "@/lib/localities/merge-places";
import { runtime } from "@/lib/platform/runtime";
import { readTextFile, textFileBytes } from "@/lib/platform/text-file";

/** The largest country of GeoNames fits several times; the places are merged in memory. */
const ROWS_MAX = 3_000_000;
const REFUSALS_MAX = 1_000;

export type RefusedLine = { readonly line: number; readonly column: string; readonly reason: string };

export type LocalitiesImport = MergeCounts & {
  readonly rowsRead: number;
  readonly rowsRefused: number;
  /** The first thousand reasons. */
  readonly refusals: readonly RefusedLine[];
};

/**
 * Adds the places and postcodes of a GeoNames postal file to the localities (see mergePlaces). A row that cannot be used is refused with
 * its line and reason; a file that is not of this format is refused whole (AppError), and nothing changes.
 */
export async function importGeonames(
  path: string,
  onBytes?: (bytes: number) => void,
): Promise<LocalitiesImport> {
  await textFileBytes(path);
  const { database } = runtime();
  const regions = await database.region.findMany();
  const regionIds = new Map(
    regions.map(({ countryCode, code, id }) => [`${countryCode.toUpperCase()} ${code}`, id]),
  );
  const { places, ...read } = await readPlaces(path, regionIds, onBytes);
  if (places.length === 0) {
    const [first] = read.refusals;
    const example = first ? `, the first because of line ${first.line}: ${first.column} ${first.reason}` : "";
    throw new AppError("bad_request", `No row of ${basename(path)} can be used${example}.`);
  }
  return { ...(await addPlaces(database, places)), ...read };
}

async function readPlaces(path: string, regionIds: RegionIds, onBytes?: (bytes: number) => void) {
  const places: ListedPlace[] = [];
  const refusals: RefusedLine[] = [];
  let [line, rowsRead, rowsRefused] = [0, 0, 0];
  const ending = { isWhole: false };
  for await (const text of createInterface({
    input: Readable.from(watchEnd(readTextFile(path, onBytes), ending)),
  })) {
    line += 1;
    if (text.trim() === "") continue;
    rowsRead += 1;
    if (rowsRead === 1) checkFormat(path, text);
    if (rowsRead > ROWS_MAX) throw tooLong(path);
    const read = readGeonamesLine(text, regionIds);
    if ("place" in read) {
      places.push(read.place);
      continue;
    }
    rowsRefused += 1;
    for (const { field, reason } of read.issues) {
      if (refusals.length < REFUSALS_MAX) refusals.push({ line, column: field, reason });
    }
  }
  if (!ending.isWhole && refusals.some((refusal) => refusal.line === line)) throw cutOff(path, line);
  return { places, refusals, rowsRead, rowsRefused };
}

/** Passes text on and remembers whether its last line was ended. */
async function* watchEnd(
  pieces: AsyncIterable<string>,
  ending: { isWhole: boolean },
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    if (piece !== "") ending.isWhole = piece.endsWith("\n");
    yield piece;
  }
}

function checkFormat(path: string, firstLine: string): void {
  const columns = firstLine.split("\t").length;
  if (columns === GEONAMES_COLUMN_COUNT) return;
  throw new AppError(
    "bad_request",
    `${basename(path)} is not a postal file of GeoNames: its first line has ${columns} tab-separated columns instead of ${GEONAMES_COLUMN_COUNT}. Such files are at https://download.geonames.org/export/zip/.`,
  );
}

function cutOff(path: string, line: number): AppError {
  return new AppError(
    "bad_request",
    `${basename(path)} ends in the middle of line ${line}; get the whole file again. Nothing was imported.`,
  );
}

function tooLong(path: string): AppError {
  return new AppError(
    "bad_request",
    `${basename(path)} has more than ${ROWS_MAX.toLocaleString("en")} rows; import it country by country.`,
  );
}
