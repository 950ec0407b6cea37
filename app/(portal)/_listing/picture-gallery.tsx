"use client";

import { useState } from "react";
import { Icon } from "@/app/_ui/icon";
import { useHydrated } from "@/app/_ui/use-hydrated";
import type { Picture } from "@/lib/media/picture";
import { FullScreen } from "./full-screen";
import { PictureStrip } from "./picture-strip";
import { preloadPicture } from "./preload-picture";
import { StepButton } from "./step-button";
import { useStrip } from "./use-strip";

type Props = {
  pictures: readonly Picture[];
  plan: Picture | null;
  sizes: string;
  /** What the pictures are not. */
  note: string;
};

/** A row of pictures that also works as it is sent; with scripts it has buttons and keys, and shows each picture on the whole screen. */
export function PictureGallery({ pictures, plan, sizes, note }: Props) {
  const isLive = useHydrated();
  const strip = useStrip();
  const [opened, setOpened] = useState<number | null>(null);
  const { index } = strip;
  const [main] = pictures;
  if (main !== undefined) preloadPicture(main, sizes);
  const last = pictures.length - 1;
  return (
    <section aria-label="Pictures" className="relative print:w-1/2">
      <PictureStrip pictures={pictures} strip={strip} sizes={sizes} isLive={isLive} onOpen={setOpened} />
      <p className="pointer-events-none absolute right-3 bottom-3 rounded-full bg-surface/90 px-2.5 py-0.5 text-muted text-xs">
        {note}
      </p>
      {last === 0 ? null : (
        <p className="not-in-print pointer-events-none absolute bottom-3 left-3 rounded-full bg-surface px-2.5 py-0.5 font-medium text-sm">
          {isLive ? `${index + 1} of ${pictures.length}` : `${pictures.length} pictures`}
        </p>
      )}
      <div className="not-in-print absolute top-3 right-3 flex gap-2">
        {plan === null ? null : <PlanButton isLive={isLive} onOpen={() => setOpened(pictures.length)} />}
        <button
          type="button"
          onClick={() => setOpened(index)}
          className="needs-scripts button-quiet shadow-card"
        >
          <Icon of="maximize" className="size-4.5" />
          <span className="max-sm:sr-only">Full screen</span>
        </button>
      </div>
      {isLive && last > 0 ? (
        <div className="not-in-print max-md:hidden">
          <StepButton to="previous" isOver={index === 0} onStep={() => strip.go(index - 1)} />
          <StepButton to="next" isOver={index === last} onStep={() => strip.go(index + 1)} />
        </div>
      ) : null}
      {opened === null ? null : (
        <FullScreen
          pictures={plan === null ? pictures : [...pictures, plan]}
          first={opened}
          note={note}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

/** Opens the plan above the page; without scripts it leads to where the plan stands on the page. */
function PlanButton({ isLive, onOpen }: { isLive: boolean; onOpen: () => void }) {
  const content = (
    <>
      <Icon of="panels-top-left" className="size-4.5" />
      Floor plan
    </>
  );
  return isLive ? (
    <button type="button" onClick={onOpen} className="button-quiet shadow-card">
      {content}
    </button>
  ) : (
    <a href="#floor-plan" className="button-quiet shadow-card">
      {content}
    </a>
  );
}
