import type { z } from "zod";
import { AppError, type FieldIssue } from "@/lib/errors";

const BYTES_MAX = 64 * 1024;

/**
 * The JSON body of a request, as its schema says. AppError: unsupported_media_type (not application/json), content_too_large (over `bytesMax`,
 * 64 KB unless told), bad_request that names each field with the reason.
 */
export async function readJson<T extends z.ZodType>(
  request: Request,
  schema: T,
  bytesMax = BYTES_MAX,
): Promise<z.output<T>> {
  if (mediaType(request) !== "application/json")
    throw new AppError("unsupported_media_type", "Send this as JSON, with Content-Type: application/json.");
  return parseBody(schema, parseJson(await readText(request, bytesMax)));
}

/** What is sent, as its schema says. AppError bad_request that names each field with the reason. */
export function parseBody<T extends z.ZodType>(schema: T, sent: unknown): z.output<T> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  throw new AppError("bad_request", "What was sent cannot be taken like this.", {
    issues: issuesOf(parsed.error),
  });
}

/** What the body of a request is said to be, in small letters and without its parameters. */
export function mediaType(request: Request): string {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  return type.trim().toLowerCase();
}

/** The body of a request as text. AppError content_too_large. */
export async function readText({ body }: Request, bytesMax: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > bytesMax) {
      await reader?.cancel();
      throw new AppError("content_too_large", `Send ${bytesMax / 1024} KB at most.`);
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("bad_request", "What was sent is not JSON.", { cause });
  }
}

/** One for each field: the first, since the ones after it often follow from it. */
function issuesOf(error: z.ZodError): FieldIssue[] {
  const issues = new Map<string, string>();
  for (const issue of error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
    for (const field of unknown) issues.set(field.slice(0, 40), "There is no such field.");
    const field = issue.path.join(".");
    if (unknown.length === 0 && !issues.has(field)) issues.set(field, issue.message);
  }
  return [...issues].map(([field, reason]) => ({ field, reason }));
}
