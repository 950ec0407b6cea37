import "./map.css";
import { useRef } from "react";
import { createPortal } from "react-dom";
import type { MappedSearch } from "@/app/(portal)/_results/mapped-search";
import { DrawBar } from "./draw-bar";
import { FollowBar } from "./follow-bar";
import { type FirstView, NOWHERE, viewAround } from "./map-host";
import { MapMarksList } from "./map-marks-list";
import { MapNote } from "./map-note";
import { MapTools } from "./map-tools";
import { MapUndrawn } from "./map-undrawn";
import { useDrawing } from "./use-drawing";
import { useFit } from "./use-fit";
import { useFollow } from "./use-follow";
import { useLabels } from "./use-labels";
import { useListingMap } from "./use-listing-map";
import { useMap } from "./use-map";
import { useMapView } from "./use-map-view";
import { useOutlines } from "./use-outlines";
import { type Target, useTarget } from "./use-target";

type Props = { mapped: MappedSearch; styleUrl: string | null };

/** A search on a map, in whatever window it shows: what is found, and how to search there. */
export function ResultsMap({ mapped, styleUrl }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const target = useTarget(mapped);
  const { host, hasFailed } = useMap(container, styleUrl, firstViewOf(target, mapped));
  useFit(host, mapped, target);
  const view = useMapView(host);
  const shown = useListingMap(mapped.filters, view);
  const following = useFollow(host, mapped);
  const drawing = useDrawing(host, mapped.path);
  const isDrawing = drawing.corners !== null;
  useOutlines(host, mapped.area, drawing.corners);
  useLabels(host, view);

  if (hasFailed) return <MapUndrawn instead="the list has the same homes" />;
  return (
    <>
      <div ref={container} className="size-full" />
      {host !== null && shown.found !== null && !isDrawing
        ? createPortal(<MapMarksList map={host.map} found={shown.found} />, host.map.getCanvasContainer())
        : null}
      {host === null ? null : (
        <>
          {isDrawing ? <DrawBar drawing={drawing} /> : <FollowBar following={following} />}
          <MapTools map={host.map} onDraw={isDrawing ? null : drawing.begin} />
          <MapNote shown={shown} view={view} />
        </>
      )}
    </>
  );
}

function firstViewOf(target: Target | undefined, { bounds }: MappedSearch): FirstView | undefined {
  if (target === undefined) return undefined;
  return target.window === null ? NOWHERE : viewAround(target.window, bounds !== null);
}
