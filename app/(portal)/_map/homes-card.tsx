import { type KeyboardEvent, useRef } from "react";
import { IconButton } from "@/app/_ui/icon-button";
import type { MapListing } from "@/lib/listings/listing-map";
import { HomeRow } from "./home-row";
import type { CardPlace } from "./map-marks";
import { PicturedHome } from "./pictured-home";
import { useOwnGestures } from "./use-own-gestures";

type Props = {
  homes: readonly [MapListing, ...MapListing[]];
  place: CardPlace;
  onClose(): void;
};

const SHOWN_MAX = 12;

const SIDES = { start: "-left-6", middle: "-left-32", end: "-right-6" } as const;

/** What stands at one spot, beside its button and after it in the order of the page; Escape leads back. */
export function HomesCard({ homes, place, onClose }: Props) {
  const [first, ...others] = homes;
  const card = useRef<HTMLDivElement>(null);
  useOwnGestures(card);
  const leave = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== "Escape") return;
    const button = event.currentTarget.previousElementSibling;
    if (button instanceof HTMLElement) button.focus();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from whatever in it has the focus.
    <div
      ref={card}
      onKeyDown={leave}
      className={`absolute max-h-[min(18rem,44cqh)] w-64 cursor-auto touch-pan-y select-text overflow-y-auto rounded-card border border-line bg-raised text-base shadow-raised ${place.isAbove ? "bottom-6" : "top-6"} ${SIDES[place.over]}`}
    >
      {others.length === 0 ? (
        <PicturedHome home={first} />
      ) : (
        <ul className="grid gap-3 p-4 pr-12">
          {homes.slice(0, SHOWN_MAX).map((home) => (
            <li key={home.id}>
              <HomeRow home={home} />
            </li>
          ))}
          {homes.length > SHOWN_MAX ? (
            <li className="text-muted text-sm">And {homes.length - SHOWN_MAX} more, which the list has.</li>
          ) : null}
        </ul>
      )}
      <IconButton
        icon="x"
        label="Close"
        onClick={onClose}
        className="absolute top-2 right-2 rounded-full bg-raised"
      />
    </div>
  );
}
