import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";

type Ring = readonly (readonly number[])[];
type Polygon = readonly Ring[];

const require = createRequire(import.meta.url);
const FILES = {
  near: require.resolve("world-atlas/land-10m.json"),
  far: require.resolve("world-atlas/land-110m.json"),
};

/** Australia, New Zealand and the islands about them are drawn finely: what lies wholly in here. The rest is there to be recognised. */
const NEAR = { west: 110, south: -50, east: 180, north: -9 };
const DECIMALS = { near: 3, far: 2 };

/**
 * Land as GeoJSON, of Natural Earth's outlines in world-atlas: those at 1:10,000,000 near, to a hundred metres, and at 1:110,000,000
 * elsewhere: 130 kB compressed, where all at the finer scale is 4.6 MB, for each reader of a map to load.
 */
export function landShape(): string {
  const near = polygonsOf(FILES.near).filter(isNear);
  const far = polygonsOf(FILES.far).filter((polygon) => !isNear(polygon));
  const coordinates: readonly Polygon[] = [
    ...near.map((polygon) => rounded(polygon, DECIMALS.near)),
    ...far.map((polygon) => rounded(polygon.map(unfolded), DECIMALS.far)),
  ].filter((polygon) => polygon.length > 0);
  const land = { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates } };
  return `${JSON.stringify(land)}\n`;
}

function polygonsOf(file: string): readonly Polygon[] {
  const topology: Parameters<typeof feature>[0] = JSON.parse(readFileSync(file, "utf8"));
  const { land } = topology.objects;
  if (land?.type !== "GeometryCollection") throw new Error(`${file} has no land.`);
  return feature(topology, land).features.flatMap(({ geometry }): readonly Polygon[] => {
    if (geometry.type === "Polygon") return [geometry.coordinates];
    return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  });
}

function isNear([outer = []]: Polygon): boolean {
  const { west, south, east, north } = NEAR;
  return outer.every(([lng = 0, lat = 0]) => lng >= west && lng <= east && lat >= south && lat <= north);
}

/**
 * A ring in one piece of a flat map: where it crosses the 180th meridian it goes on beyond, and not back across the world. One that goes
 * round a pole is closed along it.
 */
function unfolded(ring: Ring): Ring {
  let turn = 0;
  const corners = ring.map(([lng = 0, lat = 0], at) => {
    const step = lng - (ring[at - 1]?.[0] ?? lng);
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [lng + turn, lat];
  });
  const [[first = 0] = []] = corners;
  const [last = 0, lat = 0] = corners.at(-1) ?? [];
  if (turn === 0) return corners;
  const pole = 90 * Math.sign(lat);
  return [...corners, [last, pole], [first, pole], ...corners.slice(0, 1)];
}

/** Without corners that became the same, and rings that became a line. */
function rounded(polygon: Polygon, decimals: number): Polygon {
  return polygon
    .map((ring) => {
      const corners = ring.map((corner) => corner.map((degrees) => Number(degrees.toFixed(decimals))));
      return corners.filter(
        ([lng, lat], at) => at === 0 || lng !== corners[at - 1]?.[0] || lat !== corners[at - 1]?.[1],
      );
    })
    .filter((ring) => ring.length > 3);
}
