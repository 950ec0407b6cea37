import type { Point } from "@/lib/listings/search";

/** The area that is searched as a polygon; the one that is being drawn by its corners, and what they enclose so far. */
export function outlineShapes(
  area: readonly Point[] | null,
  drawn: readonly Point[] | null,
): GeoJSON.FeatureCollection {
  const shapes: GeoJSON.Geometry[] = [];
  if (area !== null && drawn === null) shapes.push(polygon(area));
  if (drawn !== null) {
    if (drawn.length > 2) shapes.push(polygon(drawn));
    else if (drawn.length === 2) shapes.push({ type: "LineString", coordinates: drawn.map(position) });
    for (const corner of drawn) shapes.push({ type: "Point", coordinates: position(corner) });
  }
  return {
    type: "FeatureCollection",
    features: shapes.map((geometry) => ({ type: "Feature", properties: {}, geometry })),
  };
}

function polygon(corners: readonly Point[]): GeoJSON.Geometry {
  const [first] = corners;
  return {
    type: "Polygon",
    coordinates: [[...corners, ...(first ? [first] : [])].map(position)],
  };
}

function position({ lng, lat }: Point): [number, number] {
  return [lng, lat];
}
