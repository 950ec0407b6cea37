import "./map.css";
import { useRef } from "react";
import { createPortal } from "react-dom";
import type { Point } from "@/lib/listings/search";
import { MapTools } from "./map-tools";
import { MapUndrawn } from "./map-undrawn";
import { PlacePin } from "./place-pin";
import { useLabels } from "./use-labels";
import { useMap } from "./use-map";
import { useMapView } from "./use-map-view";
import { useOutlines } from "./use-outlines";
import { placeView, usePlace } from "./use-place";

type Props = { name: string; position: Point; styleUrl: string | null };

/** One home on the map, and the suburbs around it. */
export function PlaceMap({ name, position, styleUrl }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const { host, hasFailed } = useMap(container, styleUrl, placeView(position, styleUrl));
  usePlace(host, position, styleUrl);
  const view = useMapView(host);
  useOutlines(host, null, null);
  useLabels(host, view);

  if (hasFailed) return <MapUndrawn instead="the address stands above" />;
  return (
    <>
      <div ref={container} className="size-full" />
      {host === null ? null : (
        <>
          {createPortal(
            <PlacePin map={host.map} name={name} position={position} />,
            host.map.getCanvasContainer(),
          )}
          <MapTools map={host.map} onDraw={null} />
        </>
      )}
    </>
  );
}
