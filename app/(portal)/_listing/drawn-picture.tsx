import { type Picture, type PictureFormat, pictureUrl } from "@/lib/media/picture";
import { placeholder } from "@/lib/media/placeholder";

type Props = {
  picture: Picture;
  /** How wide it is shown, as the attribute of <img>. */
  sizes: string;
  /** Seen without scrolling: fetched with the page. */
  isEager?: boolean;
  className?: string;
};

/** A picture in whichever of its widths and formats suits the screen. It has its size before it has its bytes, and its colours until then. */
export function DrawnPicture({ picture, sizes, isEager = false, className = "size-full" }: Props) {
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
        decoding="async"
        className={`object-cover dark:brightness-90 ${className}`}
        style={{ background: placeholder(picture.palette) }}
      />
    </picture>
  );
}

function sourceSet(picture: Picture, format: PictureFormat): string {
  return picture.widths.map((width) => `${pictureUrl(picture, width, format)} ${width}w`).join(", ");
}
