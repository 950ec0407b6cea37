import type { FieldIssue } from "@/lib/errors";
import { snappedWindow } from "@/lib/listings/map-window";
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

const ZOOM = wholeField({ absent: null, least: 0, most: ZOOM_MAX });
const WINDOW: Pick<SearchField<Bounds | null>, "absent" | "read"> = { absent: null, read: readWindow };

const UNMAPPED: readonly string[] = ["bounds", "sort", "limit", "after"] satisfies Unmapped[];
const FILTERS: readonly string[] = PARAMETERS.filter((name) => !UNMAPPED.includes(name));
const WINDOW_PARAMETERS: readonly string[] = ["bounds", "zoom"];
const MAP_PARAMETERS: readonly string[] = [...FILTERS, ...WINDOW_PARAMETERS];

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

/** A window of a map and its zoom, on the grid of that zoom. */
export type MapWindow = Pick<MapQuery, "bounds" | "zoom">;

type MapWindowParse =
  | { readonly ok: true; readonly window: MapWindow }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/** As parseMapQuery, where nothing is searched: only `bounds` and `zoom` are known. */
export function parseMapWindow(params: URLSearchParams): MapWindowParse {
  const unknown = [...new Set(params.keys())].filter(
    (name) => !WINDOW_PARAMETERS.includes(name) && !isTrackingParameter(name),
  );
  if (unknown.length > 0)
    return { ok: false, issues: unknown.map((name) => unknownParameter(name, WINDOW_PARAMETERS)) };
  const parse = parseMapQuery(params);
  if (!parse.ok) return parse;
  const { bounds, zoom } = parse.query;
  return { ok: true, window: { bounds, zoom } };
}

/** The one spelling of a window: "bounds=150,-35,152,-33&zoom=8". */
export function canonicalMapWindow({ bounds: { west, south, east, north }, zoom }: MapWindow): string {
  return `bounds=${[west, south, east, north].join(",")}&zoom=${zoom}`;
}

/** The filters of a search on a map, whose window is snapped outward to the grid of its zoom (see snappedWindow). */
export function mapQuery(
  search: ListingSearch,
  { bounds, zoom }: { readonly bounds: Bounds; readonly zoom: number },
): MapQuery {
  const { sort, limit, after, ...filters } = search;
  return { ...filters, bounds: snappedWindow(bounds, zoom), zoom };
}

/** The one spelling of a map's question: key of the cache, of SWR, and the query of `/api/map`. Nothing in it needs percent-encoding. */
export function canonicalMapQuery(query: MapQuery): string {
  const { zoom } = query;
  const filters = canonicalQuery({ ...mapSearch(query), bounds: null });
  return `${filters}&${canonicalMapWindow({ bounds: snappedWindow(query.bounds, zoom), zoom })}`;
}

/** The search that finds what the map shows. */
export function mapSearch({ zoom, ...filters }: MapQuery): ListingSearch {
  return { ...emptySearch(filters.channel), ...filters };
}

function unmappedParameter(name: string): FieldIssue {
  return { field: name, reason: "A map has no order and no pages: leave it out." };
}
