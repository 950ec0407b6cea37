"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { IconButton } from "@/app/_ui/icon-button";
import type { Picture } from "@/lib/media/picture";
import { DrawnPicture } from "./drawn-picture";
import { placeByKey } from "./gallery-keys";
import { StepButton } from "./step-button";
import { useStrip } from "./use-strip";

const WIDTH = "100vw";

type Props = {
  pictures: readonly Picture[];
  /** The one to begin with. */
  first: number;
  note: string;
  onClose: () => void;
};

/** Pictures on the whole screen. The browser's own dialog: it takes the focus, leaves by Escape, and gives the focus back. */
export function FullScreen({ pictures, first, note, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const strip = useStrip(first);
  const { index } = strip;
  const hasBegun = useRef(false);
  const last = pictures.length - 1;
  const shown = pictures[index];
  const photographs = pictures.filter(({ kind }) => kind !== "floor-plan").length;

  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    dialog.current?.showModal();
    strip.jump(first);
  });

  function onKeyDown(event: KeyboardEvent<HTMLDialogElement>) {
    if (event.key === "Tab") return keepInside(event);
    const to = placeByKey(event.key, index, pictures.length);
    if (to === null) return;
    event.preventDefault();
    strip.go(to);
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Pictures on the whole screen"
      onClose={onClose}
      onKeyDown={onKeyDown}
      className="m-0 h-dvh max-h-none w-screen max-w-none overflow-hidden bg-ground text-ink backdrop:bg-transparent"
    >
      <div className="grid h-full grid-rows-[auto_minmax(0,1fr)_auto]">
        <div className="flex items-center justify-between gap-4 px-4 py-2">
          <p className="font-medium">
            {index < photographs ? `${index + 1} of ${photographs}` : "Floor plan"}
          </p>
          <IconButton icon="x" label="Close" onClick={() => dialog.current?.close()} />
        </div>
        <div className="relative min-h-0">
          <ul
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has nothing in it to take the focus.
            tabIndex={0}
            aria-label="Pictures"
            ref={strip.ref}
            {...strip.events}
            className="flex size-full snap-x -outline-offset-2 snap-mandatory overflow-x-auto overscroll-contain [scrollbar-width:none] motion-safe:scroll-smooth"
          >
            {pictures.map((picture) => (
              <li key={picture.src} className="grid w-full shrink-0 snap-center place-items-center">
                <div className="aspect-[3/2] w-[min(100%,calc((100dvh-9rem)*1.5))]">
                  <DrawnPicture
                    picture={picture}
                    sizes={WIDTH}
                    wanted={picture === shown ? "soon" : "when-near"}
                  />
                </div>
              </li>
            ))}
          </ul>
          {last === 0 ? null : (
            <>
              <StepButton to="previous" isOver={index === 0} onStep={() => strip.go(index - 1)} />
              <StepButton to="next" isOver={index === last} onStep={() => strip.go(index + 1)} />
            </>
          )}
        </div>
        <p aria-live="polite" aria-atomic="true" className="min-h-16 px-4 py-3 text-center text-sm">
          <span className="sr-only">
            {index < photographs ? `Picture ${index + 1} of ${photographs}: ` : "Floor plan: "}
          </span>
          {shown?.alt} <span className="text-muted">{note}.</span>
        </p>
      </div>
    </dialog>
  );
}

/** From the last stop to the first and back: the browser would go out to its own buttons in between. */
function keepInside(event: KeyboardEvent<HTMLDialogElement>): void {
  const stops = event.currentTarget.querySelectorAll("button");
  const [out, back] = event.shiftKey
    ? [stops[0], stops[stops.length - 1]]
    : [stops[stops.length - 1], stops[0]];
  if (document.activeElement !== out) return;
  event.preventDefault();
  back?.focus();
}
