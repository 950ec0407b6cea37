import { createHash } from "node:crypto";

/** Part of every picture's name: to be raised whenever lib/http/media/encode-picture.ts makes other bytes of the same drawing. */
const ENCODING = 1;

/** What names a drawing and the way it is encoded: 16 hexadecimal digits of SHA-256. */
export function pictureHash(svg: string): string {
  return createHash("sha256").update(`${ENCODING}\n${svg}`).digest("hex").slice(0, 16);
}
