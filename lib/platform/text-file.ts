import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "@/lib/errors";

const CHUNK_BYTES = 256 * 1024;

/** The size of a file in bytes. AppError when it is not there, not a file, or empty. */
export async function textFileBytes(path: string): Promise<number> {
  const found = await stat(path).catch((cause) => {
    throw unreadable(path, cause);
  });
  if (found.isDirectory())
    throw new AppError("bad_request", `${path} is a folder; give the file that is in it.`);
  if (!found.isFile())
    throw new AppError("bad_request", `${path} is not a file that can be read from start to end.`);
  if (found.size === 0)
    throw new AppError("bad_request", `${path} is empty; nothing was imported. Export it again.`);
  return found.size;
}

/**
 * The text of a UTF-8 file, piece by piece, without its byte order mark; `onBytes` hears how many bytes were read so far.
 * AppError when it cannot be read or is not UTF-8 text: a picture, a spreadsheet, an archive, UTF-16.
 */
export async function* readTextFile(path: string, onBytes?: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      if (bytes === 0) refuseOtherEncodings(path, chunk);
      if (chunk.includes(0)) throw notText(path);
      const text = decode(path, () => decoder.decode(chunk, { stream: true }));
      bytes += chunk.length;
      onBytes?.(bytes);
      yield text;
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : unreadable(path, cause);
  }
  yield decode(path, () => decoder.decode());
}

function refuseOtherEncodings(path: string, start: Buffer): void {
  const isUtf16 = start.length > 1 && [0xfffe, 0xfeff].includes(start.readUInt16BE(0));
  if (!isUtf16) return;
  throw new AppError(
    "bad_request",
    `${basename(path)} is encoded in UTF-16; save it as "CSV UTF-8" and import that.`,
  );
}

function decode(path: string, read: () => string): string {
  try {
    return read();
  } catch (cause) {
    throw notText(path, cause);
  }
}

function notText(path: string, cause?: unknown): AppError {
  return new AppError(
    "bad_request",
    `${basename(path)} is not UTF-8 text; if it is a spreadsheet or an archive, export it as "CSV UTF-8" and import that.`,
    { cause },
  );
}

function unreadable(path: string, cause: unknown): AppError {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new AppError("not_found", `There is no file ${path}; check its name.`, { cause });
  }
  const reason = code === "EACCES" ? "its permissions forbid it" : String(code ?? cause);
  return new AppError("bad_request", `${path} cannot be read: ${reason}.`, { cause });
}
