// Addresses of searches changed as text, so that a browser is not sent the parser of searches.
import type { Bounds, Point } from "@/lib/listings/search";
import { AREA } from "@/lib/listings/search-area";
import { BOUNDS } from "@/lib/listings/search-bounds";
import { PARAMETERS, type Parameter, type Written, writeParameters } from "@/lib/listings/search-parameters";

/** Where a search is to look instead of its place: in a window of a map, or within an outline. */
export type Elsewhere = { readonly bounds: Bounds } | { readonly area: readonly Point[] };

/**
 * The canonical address of a search, from its first page on, that looks elsewhere: not in its place or around it, and only within a drawn
 * outline if that stands, or is the new one. `path` is canonical too.
 */
export function elsewhere(path: string, where: Elsewhere): string {
  const [place = "", query = ""] = path.split("?");
  const channel = place.split("/").slice(0, 2).join("/");
  const kept = query.split("&").flatMap((pair): Written[] => {
    const at = pair.indexOf("=");
    const name = PARAMETERS.find((parameter) => parameter === pair.slice(0, at));
    return name === undefined || LEFT.has(name) ? [] : [[name, pair.slice(at + 1)]];
  });
  const changed: readonly Written[] =
    "bounds" in where
      ? [...kept, ["bounds", BOUNDS.write(where.bounds)]]
      : [...kept.filter(([name]) => name !== "area"), ["area", AREA.write(where.area)]];
  return `${channel}?${writeParameters(inOrder(changed))}`;
}

const LEFT: ReadonlySet<Parameter> = new Set(["region", "locality", "around", "bounds", "after"]);

function inOrder(written: readonly Written[]): readonly Written[] {
  return written.toSorted(([one], [other]) => PARAMETERS.indexOf(one) - PARAMETERS.indexOf(other));
}
