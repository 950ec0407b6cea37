import { z } from "zod";
import { readJson } from "@/lib/http/read-json";

/** More than the longest listing with all its inspections and captions. */
const BYTES_MAX = 256 * 1024;

const versionError = "must be the version of the listing that you saw";
export const VERSION = z.int(versionError).min(1, versionError);
/** The same in an address. */
export const VERSION_TEXT = z.coerce.number(versionError).pipe(VERSION);

/** The body of a verb that needs nothing but the version on which it is decided. */
export const VERSIONED = z.strictObject({ version: VERSION });

/** As readJson, for what may hold a whole listing. */
export function readListing<T extends z.ZodType>(request: Request, schema: T): Promise<z.output<T>> {
  return readJson(request, schema, BYTES_MAX);
}
