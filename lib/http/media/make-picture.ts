import { encodePicture } from "@/lib/http/media/encode-picture";
import type { PictureFiles } from "@/lib/http/media/picture-files";
import { pictureHash } from "@/lib/http/media/picture-hash";
import { readPictureName } from "@/lib/http/media/picture-name";
import { pooledDrawings } from "@/lib/media/pooled-drawings";

const DRAWINGS = pooledDrawings();

/**
 * Draws, encodes and writes one picture by its file's name. Throws Error for a name that is none, and for a drawing that is no longer
 * what its name says: under that name it would be kept for a year.
 */
export async function makePicture(files: PictureFiles, fileName: string): Promise<void> {
  const name = readPictureName(fileName);
  const draw = name && DRAWINGS.get(name.key);
  if (!name || !draw) throw new Error(`There is no picture ${fileName}.`);
  const { svg } = draw();
  if (pictureHash(svg) !== name.hash)
    throw new Error(`The drawing of ${name.key} has changed: run scripts/make-picture-pool.ts.`);
  await files.write(fileName, await encodePicture(svg, name.width, name.format));
}
