import { type Picture, type PictureFormat, pictureUrl } from "@/lib/media/picture";
import { placeholder } from "@/lib/media/placeholder";

type Props = {
  picture: Picture;
  /** How wide it is shown, as the attribute of <img>. */
  sizes: string;
  /** Seen without scrolling: fetched with the page. */
  isEager?: boolean;
  /** The one that the page is about: fetched before all others. */
  isMain?: boolean;
  className?: string;
};

/** A picture in whichever of its widths and formats suits the screen. It has its size before it has its bytes, and its colours until then. */
export function DrawnPicture(props: Props) {
  const { picture, sizes, isMain = false, isEager = isMain, className = "size-full" } = props;
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
        loading={isEager ? "eager" : "lazy"}
        fetchPriority={isMain ? "high" : undefined}
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
