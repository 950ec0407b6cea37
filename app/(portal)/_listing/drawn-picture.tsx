import { type Picture, type PictureFormat, pictureUrl } from "@/lib/media/picture";
import { placeholder } from "@/lib/media/placeholder";

/** When a picture is fetched: before all others, with the page, or as somebody scrolls near it. */
export type PictureWanted = "first" | "soon" | "when-near";

type Props = {
  picture: Picture;
  /** How wide it is shown, as the attribute of <img>. */
  sizes: string;
  wanted?: PictureWanted | undefined;
  className?: string;
};

/** A picture in whichever of its widths and formats suits the screen. It has its size before it has its bytes, and its colours until then. */
export function DrawnPicture({ picture, sizes, wanted = "when-near", className = "size-full" }: Props) {
  return (
    <picture className="contents">
      <source type="image/avif" srcSet={sourceSet(picture, "avif")} sizes={sizes} />
      <img
        src={pictureUrl(picture, 960, "webp")}
        srcSet={sourceSet(picture, "webp")}
        sizes={sizes}
        width={960}
        height={640}
        alt={picture.alt}
        loading={wanted === "when-near" ? "lazy" : "eager"}
        fetchPriority={wanted === "first" ? "high" : undefined}
        decoding="async"
        className={`object-cover dark:brightness-90 ${className}`}
        style={{ background: placeholder(picture.palette) }}
      />
    </picture>
  );
}

/** What a browser chooses a file from, as the attribute of <img> and of a preload. */
export function sourceSet(picture: Picture, format: PictureFormat): string {
  return picture.widths.map((width) => `${pictureUrl(picture, width, format)} ${width}w`).join(", ");
}
