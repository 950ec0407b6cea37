import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Point } from "@/lib/listings/search";
import { elsewhere } from "@/lib/listings/search-address";
import { AREA } from "@/lib/listings/search-area";
import type { MapHost } from "./map-host";

/** Drawing an area by its corners: by pressing the map, or in the middle of it, which the keyboard can move. */
export function useDrawing(host: MapHost | null, path: string) {
  const router = useRouter();
  const [corners, setCorners] = useState<readonly Point[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isOn = corners !== null;

  const change = (next: readonly Point[] | null) => {
    setCorners(next);
    setProblem(null);
  };

  /** The button that was pressed goes away: the map takes the focus, and its arrow keys. */
  const turn = (next: readonly Point[] | null) => {
    change(next);
    host?.map.getCanvas().focus();
  };

  useEffect(() => {
    if (host === null || !isOn) return;
    const { map } = host;
    const add = (event: { lngLat: Point; originalEvent: Event }) => {
      if (event.originalEvent.target !== map.getCanvas()) return;
      const { lng, lat } = event.lngLat;
      setProblem(null);
      setCorners((drawn) => [...(drawn ?? []), { lng, lat }]);
    };
    map.on("click", add);
    // Two corners in quick succession are no wish to come nearer.
    map.doubleClickZoom.disable();
    map.getCanvasContainer().classList.add("is-drawing");
    return () => {
      map.off("click", add);
      map.doubleClickZoom.enable();
      map.getCanvasContainer().classList.remove("is-drawing");
    };
  }, [host, isOn]);

  return {
    corners,
    problem,
    begin: () => turn([]),
    cancel: () => turn(null),
    undo: () => change(corners?.slice(0, -1) ?? null),
    addMiddle() {
      if (host === null) return;
      const { lng, lat } = host.map.getCenter();
      change([...(corners ?? []), { lng, lat }]);
    },
    finish() {
      const read = AREA.read((corners ?? []).map(({ lng, lat }) => `${fixed(lng)},${fixed(lat)}`).join(";"));
      if (!read.ok) {
        setProblem(read.reason);
        return;
      }
      turn(null);
      router.push(elsewhere(path, { area: read.value ?? [] }), { scroll: false });
    },
  };
}

function fixed(degrees: number): string {
  return degrees.toFixed(6);
}
