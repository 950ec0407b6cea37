"use client";

import type { KeyboardEvent, MouseEvent } from "react";
import { type Picture, pictureUrl } from "@/lib/media/picture";
import { DrawnPicture } from "./drawn-picture";
import { placeByKey } from "./gallery-keys";
import type { Strip } from "./use-strip";

type Props = {
  pictures: readonly Picture[];
  strip: Strip;
  /** How wide one is shown, as the attribute of <img>. */
  sizes: string;
  /** Without scripts all are stops of the keyboard, and each leads to its file; with them one is, and it opens. */
  isLive: boolean;
  onOpen: (at: number) => void;
};

/** Pictures in a row to scroll and swipe, the shown one in the middle. */
export function PictureStrip({ pictures, strip, sizes, isLive, onOpen }: Props) {
  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const to = placeByKey(event.key, strip.index, pictures.length);
    if (to === null) return;
    event.preventDefault();
    strip.go(to);
    strip.ref.current?.children[to]?.querySelector("a")?.focus({ preventScroll: true });
  }

  function open(event: MouseEvent, at: number) {
    if (!isLive || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(at);
  }

  return (
    <ul
      ref={strip.ref}
      {...strip.events}
      onKeyDown={onKeyDown}
      className="flex snap-x snap-mandatory gap-2 overflow-x-auto overscroll-x-contain rounded-card [scrollbar-width:none] motion-safe:scroll-smooth md:gap-3 print:overflow-hidden"
    >
      {pictures.map((picture, at) => (
        <li
          key={picture.src}
          className="aspect-[3/2] w-[88%] shrink-0 snap-center overflow-hidden rounded-card bg-sunken md:w-[min(72%,50rem)] only:w-full only:md:aspect-[5/2] print:not-first:hidden print:w-full"
        >
          <a
            href={pictureUrl(picture, 1440, "webp")}
            aria-haspopup={isLive ? "dialog" : undefined}
            tabIndex={isLive && at !== strip.index ? -1 : undefined}
            onClick={(event) => open(event, at)}
            className="block size-full -outline-offset-4"
          >
            <DrawnPicture picture={picture} sizes={sizes} wanted={at === 0 ? "first" : "when-near"} />
          </a>
        </li>
      ))}
    </ul>
  );
}
