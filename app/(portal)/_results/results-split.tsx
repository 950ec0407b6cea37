"use client";

import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/icon";
import { useHydrated } from "@/app/_ui/use-hydrated";
import { MapFrame } from "@/app/(portal)/_map/map-frame";
import type { MappedSearch } from "./mapped-search";
import { useMapShown } from "./use-map-shown";

type Props = { mapped: MappedSearch; styleUrl: string | null; children: ReactNode };

/** The list and its map: side by side where there is room for both, else one or the other. Without JavaScript there is the list. */
export function ResultsSplit({ mapped, styleUrl, children }: Props) {
  const isHydrated = useHydrated();
  const { isShown, isWide, toggle } = useMapShown();
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,42%)] [@media(scripting:none)]:grid-cols-1">
      <div className={`min-w-0 ${isShown ? "max-lg:hidden" : ""}`}>{children}</div>
      <div
        className={`not-in-print h-[max(24rem,calc(100dvh-11rem))] lg:sticky lg:top-4 lg:h-[calc(100dvh-2rem)] [@media(scripting:none)]:hidden ${isShown ? "" : "max-lg:hidden"}`}
      >
        <MapFrame isShown={isHydrated && (isShown || isWide)} mapped={mapped} styleUrl={styleUrl} />
      </div>
      {isHydrated ? (
        <button
          type="button"
          onClick={toggle}
          className="button not-in-print sticky bottom-4 z-20 justify-self-center shadow-raised lg:hidden"
        >
          <Icon of={isShown ? "list" : "map"} />
          {isShown ? "Show the list" : "Show the map"}
        </button>
      ) : null}
    </div>
  );
}
