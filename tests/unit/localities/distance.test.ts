import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceKm } from "@/lib/localities/distance";

const SYDNEY = { latitude: -33.8688, longitude: 151.2093 };
const PERTH = { latitude: -31.9523, longitude: 115.8613 };
const FIJI = { latitude: -17, longitude: 179.9 };

const anyPoint = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

test("known distances are right to a kilometre, across the date line too", () => {
  expect(distanceKm(SYDNEY, PERTH)).toBeCloseTo(3290.5, -1);
  expect(distanceKm(FIJI, { latitude: -17, longitude: -179.9 })).toBeCloseTo(21.3, 0);
  expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 })).toBeCloseTo(111.19, 1);
});

test("a distance is the same both ways, nothing to the point itself, and at most half way around", () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, (one, other) => {
      expect(distanceKm(one, other)).toBeCloseTo(distanceKm(other, one), 6);
      expect(distanceKm(one, one)).toBe(0);
      expect(distanceKm(one, other)).toBeLessThanOrEqual(Math.PI * 6371 + 1e-6);
    }),
  );
});
