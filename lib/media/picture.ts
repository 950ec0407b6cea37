import type { PaletteSummary } from "@/lib/media/draw-listing";
import type { Room } from "@/lib/media/rooms";

/** Pixels; each has about twice as many of them as the one before. */
export const PICTURE_WIDTHS = [480, 672, 960, 1440] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

/** The smaller first: a browser takes the first that it can show. */
export const PICTURE_FORMATS = ["avif", "webp"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export type PictureKind = "exterior" | Room | "floor-plan";

/** A drawn picture, three units wide and two high, that never changes under its address. */
export type Picture = {
  readonly kind: PictureKind;
  /** One sentence that says what is to be seen. */
  readonly alt: string;
  /** The path of its files, in which {width} and {format} stand for one of `widths` and of `formats`. */
  readonly src: string;
  /** Pixels. */
  readonly widths: readonly PictureWidth[];
  readonly formats: readonly PictureFormat[];
  /** Its main colours, to stand in its place until it is there. */
  readonly palette: PaletteSummary;
};

/** The path of one file of a picture. */
export function pictureUrl(picture: Picture, width: PictureWidth, format: PictureFormat): string {
  return picture.src.replace("{width}", String(width)).replace("{format}", format);
}
