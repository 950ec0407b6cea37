import { expect, test } from "vitest";
import { pictureHash } from "@/lib/http/media/picture-hash";
import { PROPERTY_TYPES } from "@/lib/listings/listing";
import { mainPictureOf, picturesOf, pooled, pooledKeys } from "@/lib/media/media";
import { pictureUrl } from "@/lib/media/picture";
import { planOf } from "@/lib/media/plan-pool";
import { pooledDrawings } from "@/lib/media/pooled-drawings";

// All of them: 5 s of CPU. Whoever changes how something is drawn runs scripts/make-picture-pool.ts.
test("the pool's file names every drawing by its hash, with its colours and its sentence", {
  timeout: 120_000,
}, () => {
  const drawings = pooledDrawings();
  expect(pooledKeys()).toEqual([...drawings.keys()]);
  for (const [key, draw] of drawings) {
    const { svg, palette, alt } = draw();
    expect(pooled(key), key).toEqual({ hash: pictureHash(svg), palette, alt });
  }
});

test("an invented listing shows its outside, its rooms and a floor plan; land shows itself alone", () => {
  for (const propertyType of PROPERTY_TYPES) {
    const kinds = picturesOf({ ...LISTING, propertyType }).map(({ kind }) => kind);
    const rooms = ["living", "kitchen", "bedroom", "bathroom", "floor-plan"];
    expect(kinds).toEqual(propertyType === "land" ? ["exterior"] : ["exterior", ...rooms]);
  }
});

test("every picture of every listing is in the pool, whatever its facts", () => {
  for (let id = 1; id < 3_000; id++) {
    const propertyType = PROPERTY_TYPES[id % PROPERTY_TYPES.length] ?? "house";
    const facts = {
      id,
      propertyType,
      beds: [null, 0, 1, 2, 3, 4, 5, 6, 40][id % 9] ?? null,
      baths: [null, 0, 1, 1.5, 2.25, 3, 9][id % 7] ?? null,
      parking: [null, 0, 1, 2, 12][id % 5] ?? null,
      floorAreaM2: [null, 9, 60, 85, 140, 220, 90_000][id % 11] ?? null,
      source: LISTING.source,
    };
    expect(picturesOf(facts)[0]).toEqual(mainPictureOf(facts));
  }
});

test("a listing that is not invented has no picture by rule", () => {
  const source = { slug: "king-county", name: "King County", isDemo: false };
  expect(picturesOf({ ...LISTING, source })).toEqual([]);
  expect(mainPictureOf({ ...LISTING, source })).toBeNull();
  expect(mainPictureOf({ ...LISTING, source: null })).toBeNull();
});

test("a floor plan has the bedrooms, bathrooms and garage of its listing, and about its area", () => {
  const { subject } = planOf({ ...LISTING, beds: 4, baths: 2.5, parking: 2, floorAreaM2: 190 });
  expect(subject).toMatchObject({ beds: 4, baths: 2, parking: 2 });
  expect(Math.abs((subject.floorAreaM2 ?? 0) / 190 - 1)).toBeLessThan(0.2);
  expect(planOf({ ...LISTING, propertyType: "apartment", parking: 1 }).subject.parking).toBe(0);
});

test("a picture's address holds its key, its hash, its width and its format", () => {
  const [picture] = picturesOf(LISTING);
  if (!picture) throw new Error("An invented listing has a picture.");
  expect(pictureUrl(picture, 480, "avif")).toMatch(/^\/media\/house-\d+-[0-9a-f]{16}-480\.avif$/);
});

const LISTING = {
  id: 12,
  propertyType: "house",
  beds: 3,
  baths: 2,
  parking: 1,
  floorAreaM2: 150,
  source: { slug: "demo", name: "Demonstration", isDemo: true },
} as const;
