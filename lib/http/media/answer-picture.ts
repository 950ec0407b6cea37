import type { IncomingMessage, ServerResponse } from "node:http";
import type { PictureFiles } from "@/lib/http/media/picture-files";
import type { PictureMaker } from "@/lib/http/media/picture-maker";
import { type PictureName, readPictureName, writePictureName } from "@/lib/http/media/picture-name";
import type { PictureFormat } from "@/lib/media/picture";

export const MEDIA_PATH = "/media/";

const FOR_EVER = "public, max-age=31536000, immutable";
/** What stands in until the file is there: WebP for AVIF, then a drawing for either. */
const FOR_A_MINUTE = "public, max-age=60";
const FOR_MOMENTS = "public, max-age=5";

const TYPES: Record<PictureFormat, string> = { avif: "image/avif", webp: "image/webp" };

export type PictureAnswerOptions = {
  readonly files: PictureFiles;
  readonly maker: PictureMaker;
  /** The drawing itself, at next to no cost. */
  readonly sketch: (key: string) => string;
  /** How long a request waits for its WebP. */
  readonly waitMs?: number;
};

/**
 * Answers what is asked for under MEDIA_PATH. A file that is there is answered for ever. An AVIF that is not is asked for and not
 * waited for: its WebP is answered instead, made within `waitMs`, or else the drawing; neither is kept for long.
 */
export function createPictureAnswer(options: PictureAnswerOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead) return refuse(response, 405, "Pictures can only be read.");
    const name = readPictureName((request.url ?? "").slice(MEDIA_PATH.length));
    if (!name) return refuse(response, 404, "There is no such picture.");
    const tag = `"${name.hash}-${name.width}-${name.format}"`;
    const found = await find(name, options);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", found.keep);
    if (found.keep === FOR_EVER) {
      response.setHeader("ETag", tag);
      if (request.headers["if-none-match"] === tag) {
        response.writeHead(304).end();
        return;
      }
    }
    response.writeHead(200, { "Content-Type": found.type, "Content-Length": found.bytes.length });
    response.end(request.method === "HEAD" ? undefined : found.bytes);
  };
}

type Found = { readonly bytes: Buffer; readonly type: string; readonly keep: string };

async function find(name: PictureName, options: PictureAnswerOptions): Promise<Found> {
  const { files, maker, sketch } = options;
  const file = writePictureName(name);
  const bytes = await files.read(file);
  if (bytes) return { bytes, type: TYPES[name.format], keep: FOR_EVER };
  const webp = await findWebp(writePictureName({ ...name, format: "webp" }), options);
  // Only now: before, it would be begun first, and the WebP would wait for it.
  if (name.format === "avif") void maker.make(file, "background");
  if (webp) return { bytes: webp, type: TYPES.webp, keep: name.format === "webp" ? FOR_EVER : FOR_A_MINUTE };
  return { bytes: Buffer.from(sketch(name.key)), type: "image/svg+xml", keep: FOR_MOMENTS };
}

async function findWebp(
  file: string,
  { files, maker, waitMs = 1_500 }: PictureAnswerOptions,
): Promise<Buffer | null> {
  const bytes = await files.read(file);
  if (bytes) return bytes;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, waitMs, false);
  });
  const isMade = await Promise.race([maker.make(file, "awaited"), tooLate]);
  clearTimeout(timer);
  return isMade ? files.read(file) : null;
}

function refuse(response: ServerResponse, status: 404 | 405, message: string): void {
  if (status === 405) response.setHeader("Allow", "GET, HEAD");
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${message}\n`);
}
