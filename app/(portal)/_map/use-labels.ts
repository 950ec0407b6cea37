import type { GeoJSONSource } from "maplibre-gl";
import { useEffect } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_ui/fetch-json";
import type { MapLabel } from "@/lib/localities/map-label";
import { type MapHost, whenStyled } from "./map-host";
import { type MapView, viewQuery } from "./map-view";
import { LABELS } from "./offline-style";

/** Names what the portal's own map shows; a provider's has names of its own. */
export function useLabels(host: MapHost | null, view: MapView | null): void {
  const key = view === null ? null : `/api/map/labels?${viewQuery(view)}`;
  const { data } = useSWR(key, fetchJson<{ items: readonly MapLabel[] }>, {
    ...{ keepPreviousData: true, revalidateOnFocus: false, revalidateIfStale: false },
  });
  useEffect(() => {
    if (host === null || data === undefined) return;
    const show = () => {
      if (host.style === "own") host.map.getSource<GeoJSONSource>(LABELS)?.setData(shapes(data.items));
    };
    return whenStyled(host, show);
  }, [host, data]);
}

function shapes(labels: readonly MapLabel[]): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: labels.map(({ name, lng, lat }, rank) => ({
      ...{ type: "Feature", properties: { name, rank } },
      geometry: { type: "Point", coordinates: [lng, lat] },
    })),
  };
}
