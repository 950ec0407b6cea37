import sharp from "sharp";
import type { PictureFormat, PictureWidth } from "@/lib/media/picture";

const SVG_WIDTH = 1200;
const SVG_DENSITY = 72;

// One picture is made at a time and never again: neither threads nor a cache are of use.
sharp.concurrency(1);
sharp.cache(false);

/**
 * A drawing in pixels, drawn anew at each width and not scaled. Measured over the pool: an AVIF is a quarter smaller than a WebP and
 * costs three to four times its CPU; more effort than this doubles that for a twentieth of the bytes.
 */
export function encodePicture(svg: string, width: PictureWidth, format: PictureFormat): Promise<Buffer> {
  const pixels = sharp(Buffer.from(svg), { density: (SVG_DENSITY * width) / SVG_WIDTH }).resize(
    width,
    (width * 2) / 3,
  );
  return format === "webp"
    ? pixels.webp({ quality: 76, effort: 2 }).toBuffer()
    : pixels.avif({ quality: 55, effort: 2, chromaSubsampling: "4:2:0" }).toBuffer();
}
