import type { FieldIssue } from "@/lib/errors";
import {
  type Bounds,
  canonicalQuery,
  emptySearch,
  type ListingSearch,
  parseSearch,
} from "@/lib/listings/search";
import { readWindow } from "@/lib/listings/search-bounds";
import { wholeField } from "@/lib/listings/search-fields";
import {
  isTrackingParameter,
  lengthIssue,
  PARAMETERS,
  readParameter,
  unknownParameter,
} from "@/lib/listings/search-parameters";
import type { SearchField } from "@/lib/listings/search-reading";

type Unmapped = "bounds" | "sort" | "limit" | "after";

/** What can be asked of a map: every filter of a search, in a window that is drawn at a zoom. */
export type MapQuery = Omit<ListingSearch, Unmapped> & {
  /** On the grid of the zoom (see mapQuery). */
  readonly bounds: Bounds;
  /** Whole, from 0 (the world in one tile of 512 pixels) to ZOOM_MAX; each doubles what the one before shows. */
  readonly zoom: number;
};

export type MapParse =
  | { readonly ok: true; readonly query: MapQuery }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

const ZOOM_MAX = 20;
/** From here on the grid is no finer: 2^-9 of a degree, two hundred metres. */
const FINEST_GRID_ZOOM = 16;

const ZOOM = wholeField({ absent: null, least: 0, most: ZOOM_MAX });
const WINDOW: Pick<SearchField<Bounds | null>, "absent" | "read"> = { absent: null, read: readWindow };

const UNMAPPED: readonly string[] = ["bounds", "sort", "limit", "after"] satisfies Unmapped[];
const FILTERS: readonly string[] = PARAMETERS.filter((name) => !UNMAPPED.includes(name));
const MAP_PARAMETERS: readonly string[] = [...FILTERS, "bounds", "zoom"];

/**
 * A map's question from the parameters of the API: as parseSearch, with `bounds` and `zoom` beside the filters, both of them needed.
 * A map has neither order nor pages: what asks for them is an issue, as is whatever parseSearch refuses. Never throws.
 */
export function parseMapQuery(params: URLSearchParams): MapParse {
  const tooLong = lengthIssue(params);
  if (tooLong) return { ok: false, issues: [tooLong] };
  const issues: FieldIssue[] = [];
  for (const name of new Set(params.keys())) {
    if (MAP_PARAMETERS.includes(name) || isTrackingParameter(name)) continue;
    issues.push(UNMAPPED.includes(name) ? unmappedParameter(name) : unknownParameter(name, MAP_PARAMETERS));
  }
  const parse = parseSearch(new URLSearchParams([...params].filter(([name]) => FILTERS.includes(name))));
  if (!parse.ok) issues.push(...parse.issues);
  const take = <T>(name: string, field: Pick<SearchField<T>, "absent" | "read">, missing: string): T => {
    const reading = readParameter(params.getAll(name), field);
    if (!reading.ok) issues.push({ field: name, reason: reading.reason });
    else if (reading.value === null) issues.push({ field: name, reason: missing });
    return reading.ok ? reading.value : field.absent;
  };
  const bounds = take("bounds", WINDOW, "A map shows a window: give it as west,south,east,north.");
  const zoom = take(
    "zoom",
    ZOOM,
    `A map is drawn at a zoom: give it as a whole number from 0 to ${ZOOM_MAX}.`,
  );
  if (issues.length > 0 || !parse.ok || bounds === null || zoom === null) return { ok: false, issues };
  return { ok: true, query: mapQuery(parse.search, { bounds, zoom }) };
}

/**
 * The filters of a search on a map whose window is snapped outward to a grid, so that small moves ask the same question. A step of the grid
 * is 2^(7 - zoom) degrees, 182 pixels of longitude: a quarter of a small window, an eighth of a large one; from zoom 16 on it stays what
 * it is there. Powers of two, because floating point divides by them without error, and a finer grid lies on every coarser one.
 */
export function mapQuery(
  search: ListingSearch,
  { bounds, zoom }: { readonly bounds: Bounds; readonly zoom: number },
): MapQuery {
  const { sort, limit, after, ...filters } = search;
  return { ...filters, bounds: snapped(bounds, zoom), zoom };
}

/** The one spelling of a map's question: key of the cache, of SWR, and the query of `/api/map`. Nothing in it needs percent-encoding. */
export function canonicalMapQuery(query: MapQuery): string {
  const { west, south, east, north } = snapped(query.bounds, query.zoom);
  const filters = canonicalQuery({ ...mapSearch(query), bounds: null });
  return `${filters}&bounds=${[west, south, east, north].join(",")}&zoom=${query.zoom}`;
}

/** The search that finds what the map shows. */
export function mapSearch({ zoom, ...filters }: MapQuery): ListingSearch {
  return { ...emptySearch(filters.channel), ...filters };
}

function unmappedParameter(name: string): FieldIssue {
  return { field: name, reason: "A map has no order and no pages: leave it out." };
}

function snapped({ west, south, east, north }: Bounds, zoom: number): Bounds {
  const step = 2 ** (7 - Math.min(zoom, FINEST_GRID_ZOOM));
  const down = (degrees: number, least: number) => Math.max(least, Math.floor(degrees / step) * step) + 0; // -0 becomes 0
  const up = (degrees: number, most: number) => Math.min(most, Math.ceil(degrees / step) * step) + 0;
  return { west: down(west, -180), south: down(south, -90), east: up(east, 180), north: up(north, 90) };
}
