import { pooled } from "@/lib/media/media";
import { PICTURE_FORMATS, PICTURE_WIDTHS, type PictureFormat, type PictureWidth } from "@/lib/media/picture";

/** One file of one picture of the pool. */
export type PictureName = {
  readonly key: string;
  readonly hash: string;
  readonly width: PictureWidth;
  readonly format: PictureFormat;
};

const NAME = new RegExp(
  `^([a-z0-9-]{1,40})-([0-9a-f]{16})-(${PICTURE_WIDTHS.join("|")})\\.(${PICTURE_FORMATS.join("|")})$`,
);

/** The picture that a file's name means, or null: only names that the portal itself gives out are any. */
export function readPictureName(text: string): PictureName | null {
  const [, key = "", hash = "", width, extension] = NAME.exec(text) ?? [];
  if (pooled(key)?.hash !== hash) return null;
  const known = PICTURE_WIDTHS.find((each) => String(each) === width);
  const format = PICTURE_FORMATS.find((each) => each === extension);
  return known && format ? { key, hash, width: known, format } : null;
}

export function writePictureName({ key, hash, width, format }: PictureName): string {
  return `${key}-${hash}-${width}.${format}`;
}
