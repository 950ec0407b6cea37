import { expect, test } from "vitest";
import { PROPERTY_TYPES } from "@/lib/listings/listing";
import { drawListing } from "@/lib/media/draw-listing";
import { placeholder } from "@/lib/media/placeholder";
import { interiorOf, POOL_SIZES, pictureOf, variantFor } from "@/lib/media/pool";

test("no two of eight consecutive ids of a type share a picture", () => {
  for (const propertyType of PROPERTY_TYPES) {
    for (const start of [1, 40, 999_990, 2_147_483_600]) {
      const keys = Array.from({ length: 8 }, (_, i) => pictureOf({ id: start + i, propertyType }).key);
      expect(new Set(keys).size).toBe(8);
    }
  }
});

test("ids that run through a pool take every variant once, whatever the pool's size", () => {
  for (const poolSize of [2, 7, 47, 48, 64, 97]) {
    const variants = Array.from({ length: poolSize }, (_, i) => variantFor(1000 + i, poolSize));
    expect(new Set(variants).size).toBe(poolSize);
  }
});

test("ids that lie eight apart, as types in turn would put them, meet the whole of a type's pool", () => {
  for (const poolSize of Object.values(POOL_SIZES)) {
    const variants = Array.from({ length: poolSize }, (_, i) => variantFor(5 + 8 * i, poolSize));
    expect(new Set(variants).size).toBe(poolSize);
  }
});

test("neighbours differ in at least two of era, light, weather and paint", () => {
  for (const propertyType of PROPERTY_TYPES) {
    for (let id = 1; id < POOL_SIZES[propertyType]; id++) {
      const [a, b] = [
        pictureOf({ id, propertyType }).subject,
        pictureOf({ id: id + 1, propertyType }).subject,
      ];
      const differences = [a.era !== b.era, a.time !== b.time, a.weather !== b.weather, a.paint !== b.paint];
      expect(differences.filter(Boolean).length, `${propertyType} ${id}`).toBeGreaterThanOrEqual(2);
    }
  }
});

test("the whole pool counts some hundreds of pictures, each with a key of its own", () => {
  const keys = PROPERTY_TYPES.flatMap((propertyType) =>
    Array.from({ length: POOL_SIZES[propertyType] }, (_, id) => pictureOf({ id, propertyType }).key),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(400);
  expect(keys.length).toBeLessThan(1000);
});

test("the rooms of one listing share their seed, and so their weather", () => {
  expect(interiorOf({ id: 12 }, "living").seed).toBe(interiorOf({ id: 12 }, "bedroom").seed);
  expect(interiorOf({ id: 12 }, "living").key).not.toBe(interiorOf({ id: 12 }, "bedroom").key);
});

test("a placeholder is a short CSS background in the picture's own colours", () => {
  const { palette } = drawListing({ seed: 1, propertyType: "house" });
  const css = placeholder(palette);
  for (const color of Object.values(palette)) expect(css).toContain(color);
  expect(css.length).toBeLessThan(200);
});
