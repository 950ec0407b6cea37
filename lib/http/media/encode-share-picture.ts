import sharp from "sharp";
import { SHARED_SIZE } from "@/lib/media/shared-size";

/** A drawing in pixels as a JPEG, which every service that shows links can read. */
export function encodeSharePicture(svg: string): Promise<Buffer> {
  const { width, height } = SHARED_SIZE;
  return sharp(Buffer.from(svg)).resize(width, height).jpeg({ quality: 80 }).toBuffer();
}
