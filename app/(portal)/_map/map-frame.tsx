"use client";

import type { MappedSearch } from "@/app/(portal)/_results/mapped-search";
import { useMapModule } from "./use-map-module";

type Props = { isShown: boolean; mapped: MappedSearch; styleUrl: string | null };

/** The place of the map. Nothing of the map itself is loaded before it is shown. */
export function MapFrame({ isShown, mapped, styleUrl }: Props) {
  const { module, hasFailed, tryAgain } = useMapModule(isShown);
  return (
    <section
      aria-label="Map of the homes"
      className="relative isolate h-full overflow-hidden rounded-card border border-line bg-info-soft [container-type:size]"
    >
      {module ? <module.ResultsMap mapped={mapped} styleUrl={styleUrl} /> : null}
      {hasFailed ? (
        <p role="alert" className="absolute inset-x-4 top-1/3 rounded-card bg-surface p-4 text-center">
          The map did not arrive; the list has the same homes.{" "}
          <button type="button" onClick={tryAgain} className="link cursor-pointer">
            Try again
          </button>
        </p>
      ) : null}
    </section>
  );
}
