import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { landShape } from "@/app/(portal)/_map/land-shape";
import { offlineStyle } from "@/app/(portal)/_map/offline-style";
import { CLONE } from "@/lib/platform/services/clone";

const PALETTE = {
  ...{ land: "#fff", water: "#00f", coast: "#000", label: "#333", accent: "#0f0", font: "Figtree" },
};

test("the portal's own map asks for nothing but the outline of land: no glyphs, no sprite, no tiles", () => {
  const style = offlineStyle(PALETTE, "/land.geojson");
  expect(style).not.toHaveProperty("glyphs");
  expect(style).not.toHaveProperty("sprite");
  expect(JSON.stringify(style)).not.toMatch(/https?:/);
  expect(Object.values(style.sources).map(({ type }) => type)).toEqual(["geojson", "geojson"]);
});

test("the outline of land is that of world-atlas as it is drawn now; npm run land draws it", () => {
  expect(readFileSync(join(CLONE, "app/(portal)/_map/land.geojson"), "utf8")).toBe(landShape());
});

test("Sydney, Hobart and Seattle lie on land, and the middle of the Tasman Sea does not", () => {
  const { geometry } = JSON.parse(landShape());
  const isLand = (lng: number, lat: number) =>
    geometry.coordinates.some(([outer]: number[][][]) => isInside(outer ?? [], lng, lat));
  expect([isLand(151.15, -33.88), isLand(147.3, -42.87), isLand(-122.2, 47.6)]).toEqual([true, true, true]);
  expect(isLand(160, -38)).toBe(false);
});

test("no coast runs back across the world", () => {
  const { geometry } = JSON.parse(landShape());
  const rings: number[][][] = geometry.coordinates.flat();
  const widest = rings.flatMap((ring) =>
    ring.map(([lng = 0, lat = 0], at) =>
      Math.abs(lat) === 90 ? 0 : Math.abs(lng - (ring[at - 1]?.[0] ?? lng)),
    ),
  );
  expect(widest.reduce((most, each) => Math.max(most, each))).toBeLessThan(30);
});

/** By how many sides a ray to the east crosses. */
function isInside(ring: readonly number[][], lng: number, lat: number): boolean {
  return (
    ring.filter(([x = 0, y = 0], at) => {
      const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
      return y > lat !== nextY > lat && lng < x + ((lat - y) / (nextY - y)) * (nextX - x);
    }).length %
      2 ===
    1
  );
}
