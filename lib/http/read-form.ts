import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { mediaType, parseBody, readText } from "@/lib/http/read-json";

const FORM = "application/x-www-form-urlencoded";
const BYTES_MAX = 64 * 1024;

/** Whether a request was sent by the browser itself, from a form, and not by a script of the page. */
export function isForm(request: Request): boolean {
  return mediaType(request) === FORM;
}

/**
 * The fields of a form that a browser sent by itself, each a text, as its schema says. AppError as of readJson; bad_request for a field that
 * is there twice.
 */
export async function readForm<T extends z.ZodType>(request: Request, schema: T): Promise<z.output<T>> {
  const fields = new URLSearchParams(await readText(request, BYTES_MAX));
  const names = [...fields.keys()];
  if (new Set(names).size < names.length)
    throw new AppError("bad_request", "A field of the form is there twice.");
  return parseBody(schema, Object.fromEntries(fields));
}
