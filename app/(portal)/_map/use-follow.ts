import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { MappedSearch } from "@/app/(portal)/_results/mapped-search";
import { elsewhere } from "@/lib/listings/search-address";
import { BOUNDS } from "@/lib/listings/search-bounds";
import type { MapHost } from "./map-host";
import { windowOf } from "./map-view";

const WAIT_MS = 300;

/** Outlives the page of one search, as each move of a map that is followed makes another. */
let wasFollowing = false;

/** Searching where the map is: at every move that somebody makes, or when told to. Back leads to what was searched before the map. */
export function useFollow(host: MapHost | null, { path, bounds }: MappedSearch) {
  const router = useRouter();
  const [isFollowing, setFollowing] = useState(wasFollowing);
  const [hasMoved, setMoved] = useState(false);

  useEffect(() => {
    if (host === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (event: object) => {
      if (!isByVisitor(event)) return;
      setMoved(true);
      clearTimeout(timer);
      if (isFollowing) timer = setTimeout(() => searchHere(host, router, { path, bounds }), WAIT_MS);
    };
    host.map.on("moveend", note);
    return () => {
      clearTimeout(timer);
      host.map.off("moveend", note);
    };
  }, [host, router, path, bounds, isFollowing]);

  const search = () => {
    if (host !== null) searchHere(host, router, { path, bounds });
    setMoved(false);
  };
  return {
    isFollowing,
    hasMoved,
    search() {
      // Its button goes away.
      host?.map.getCanvas().focus();
      search();
    },
    follow(isOn: boolean) {
      wasFollowing = isOn;
      setFollowing(isOn);
      if (isOn && hasMoved) search();
    },
  };
}

function searchHere(
  host: MapHost,
  router: ReturnType<typeof useRouter>,
  { path, bounds }: Pick<MappedSearch, "path" | "bounds">,
): void {
  const here = windowOf(host.map);
  host.asked = BOUNDS.write(here);
  if (bounds !== null && BOUNDS.write(bounds) === host.asked) return;
  const go = bounds === null ? router.push : router.replace;
  go(elsewhere(path, { bounds: here }), { scroll: false });
}

/** By hand, or by a button of ours; not when a search turned the map. */
function isByVisitor(event: object): boolean {
  const isHandled = "originalEvent" in event && event.originalEvent !== undefined;
  return isHandled || "byVisitor" in event;
}
