import { preload } from "react-dom";
import { type Picture, pictureUrl } from "@/lib/media/picture";
import { sourceSet } from "./drawn-picture";

/**
 * Has the browser ask for a picture before it has read down to it. To be called by a client component: what a server component asks for
 * comes with the page's payload, when the picture was long found.
 */
export function preloadPicture(picture: Picture, sizes: string): void {
  preload(pictureUrl(picture, 960, "avif"), {
    as: "image",
    type: "image/avif",
    imageSrcSet: sourceSet(picture, "avif"),
    imageSizes: sizes,
    fetchPriority: "high",
  });
}
