"use client";

import { useRef } from "react";
import type { Point } from "@/lib/listings/search";
import { lateModule } from "./late-module";
import { MapMissing } from "./map-missing";
import { useLateModule } from "./use-late-module";
import { useSeen } from "./use-seen";

const PLACE_MAP = lateModule(() => import("./place-map"));

type Props = { name: string; position: Point; styleUrl: string | null };

/** The place of a map of one home. Nothing of the map itself is loaded before the page was scrolled to it. */
export function PlaceFrame({ name, position, styleUrl }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { module, hasFailed, tryAgain } = useLateModule(PLACE_MAP, useSeen(frame));
  return (
    <div
      ref={frame}
      className="relative isolate h-80 overflow-hidden rounded-card border border-line bg-info-soft md:h-96"
    >
      {module ? <module.PlaceMap name={name} position={position} styleUrl={styleUrl} /> : null}
      {hasFailed ? <MapMissing instead="the address stands above" tryAgain={tryAgain} /> : null}
    </div>
  );
}
