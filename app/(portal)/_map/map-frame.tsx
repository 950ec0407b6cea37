"use client";

import { useEffect } from "react";
import type { MappedSearch } from "@/app/(portal)/_results/mapped-search";
import { lateModule } from "./late-module";
import { MapMissing } from "./map-missing";
import { useLateModule } from "./use-late-module";
import { preloadTarget } from "./use-target";

const RESULTS_MAP = lateModule(() => import("./results-map"));

type Props = { isShown: boolean; mapped: MappedSearch; styleUrl: string | null };

/** The place of the map. Nothing of the map itself is loaded before it is shown. */
export function MapFrame({ isShown, mapped, styleUrl }: Props) {
  const { module, hasFailed, tryAgain } = useLateModule(RESULTS_MAP, isShown);
  useEffect(() => {
    if (isShown && module === null) preloadTarget(mapped);
  }, [isShown, module, mapped]);
  return (
    <section
      aria-label="Map of the homes"
      className="relative isolate h-full overflow-hidden rounded-card border border-line bg-info-soft [container-type:size]"
    >
      {module ? <module.ResultsMap mapped={mapped} styleUrl={styleUrl} /> : null}
      {hasFailed ? <MapMissing instead="the list has the same homes" tryAgain={tryAgain} /> : null}
    </section>
  );
}
