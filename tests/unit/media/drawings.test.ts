import sharp from "sharp";
import { expect, test } from "vitest";
import { PROPERTY_TYPES } from "@/lib/listings/listing";
import { drawListing } from "@/lib/media/draw-listing";
import { erasOf } from "@/lib/media/facts";
import { drawFloorPlan } from "@/lib/media/floor-plan";
import { drawInterior } from "@/lib/media/interior";
import { TIMES, WEATHERS } from "@/lib/media/mood";
import { POOL_SIZES, subjectOf } from "@/lib/media/pool";
import { ROOMS } from "@/lib/media/rooms";

const PLAN = { seed: 4, beds: 3, baths: 2, parking: 1, floorAreaM2: 140 };

test("the same subject gives the same bytes, and another seed gives others", { timeout: 30_000 }, () => {
  for (const propertyType of PROPERTY_TYPES) {
    const first = drawListing({ seed: 7, propertyType });
    drawListing({ seed: 8, propertyType });
    expect(drawListing({ seed: 7, propertyType })).toEqual(first);
    expect(drawListing({ seed: 8, propertyType }).svg).not.toBe(first.svg);
  }
  expect(drawInterior(3, "kitchen").svg).toBe(drawInterior(3, "kitchen").svg);
  expect(drawFloorPlan(PLAN).svg).toBe(drawFloorPlan(PLAN).svg);
});

test("every type draws in every era, time and weather, with nothing left undefined", {
  timeout: 120_000,
}, () => {
  let seed = 0;
  for (const propertyType of PROPERTY_TYPES) {
    for (const era of erasOf(propertyType)) {
      for (const time of TIMES) {
        for (const weather of WEATHERS) {
          const { svg, alt } = drawListing({ seed: seed++, propertyType, era, time, weather });
          expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
          expect(alt).toMatch(/^Illustration: an? .+\.$/);
        }
      }
    }
  }
});

test("a drawing is well-formed and fills its frame of 1200 by 800", { timeout: 60_000 }, async () => {
  const drawings = [
    ...PROPERTY_TYPES.map((propertyType, seed) => drawListing({ seed, propertyType }).svg),
    ...ROOMS.map((room) => drawInterior(2, room).svg),
    drawFloorPlan(PLAN).svg,
  ];
  for (const svg of drawings) {
    const image = sharp(Buffer.from(svg));
    expect(await image.metadata()).toMatchObject({ format: "svg", width: 1200, height: 800 });
    const { channels } = await image.stats();
    expect(channels[3]?.min ?? 255).toBe(255);
  }
});

test("a drawing never shows outside its frame, wherever it is embedded", { timeout: 60_000 }, async () => {
  for (const propertyType of PROPERTY_TYPES) {
    const { svg } = drawListing({ seed: 11, propertyType });
    const page = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 1600 1200"><svg x="200" y="200" ${svg.slice(5)}</svg>`;
    const margins = await sharp(Buffer.from(page))
      .composite([
        {
          input: { create: { width: 302, height: 202, channels: 4, background: "#000000" } },
          left: 49,
          top: 49,
          blend: "dest-out",
        },
      ])
      .png()
      .toBuffer();
    expect((await sharp(margins).stats()).channels[3]?.max).toBe(0);
  }
});

test("the building itself stands whole within the frame, but for the row of a terrace", {
  timeout: 60_000,
}, async () => {
  for (const propertyType of PROPERTY_TYPES.filter((type) => type !== "terrace")) {
    for (let variant = 0; variant < 8; variant++) {
      const { svg } = drawListing(subjectOf(propertyType, variant));
      const definitions = svg.slice(svg.indexOf("<defs>"), svg.indexOf("</defs>") + 7);
      const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="350" height="250" viewBox="-100 -100 1400 1000">${definitions}${subjectGroup(svg)}</svg>`;
      const { data, info } = await sharp(Buffer.from(alone))
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(
        paintedBeyond(data, info.width, { left: 25, top: 25, right: 325, bottom: 225 }),
        `${propertyType} ${variant}`,
      ).toBe(0);
    }
  }
});

test("a drawing is small: half of each type within 72 KB, and none above 92 KB", { timeout: 60_000 }, () => {
  for (const propertyType of PROPERTY_TYPES) {
    const sizes = Array.from({ length: POOL_SIZES[propertyType] }, (_, variant) =>
      Buffer.byteLength(drawListing(subjectOf(propertyType, variant)).svg),
    ).sort((a, b) => a - b);
    expect(sizes[sizes.length >> 1], propertyType).toBeLessThan(72 * 1024);
    expect(sizes.at(-1), propertyType).toBeLessThan(92 * 1024);
  }
  for (const room of ROOMS) expect(drawInterior(5, room).svg.length).toBeLessThan(40_000);
  expect(drawFloorPlan(PLAN).svg.length).toBeLessThan(60_000);
});

// CPU time, so that a busy machine does not fail it; warmed up, as a server is.
test("half of all drawings cost less than 50 ms of CPU", () => {
  const times = PROPERTY_TYPES.flatMap((propertyType) =>
    Array.from({ length: 6 }, (_, variant) => {
      const before = process.cpuUsage();
      drawListing(subjectOf(propertyType, variant));
      return process.cpuUsage(before).user / 1000;
    }),
  ).sort((a, b) => a - b);
  expect(times[times.length >> 1]).toBeLessThan(50);
});

function subjectGroup(svg: string): string {
  const from = svg.indexOf('<g id="subject">');
  let depth = 0;
  for (const tag of svg.slice(from).matchAll(/<g[ >]|<\/g>/g)) {
    depth += tag[0] === "</g>" ? -1 : 1;
    if (depth === 0) return svg.slice(from, from + tag.index + 4);
  }
  throw new Error("The drawing has no subject.");
}

function paintedBeyond(
  data: Buffer,
  width: number,
  frame: { left: number; top: number; right: number; bottom: number },
): number {
  let count = 0;
  for (let i = 3; i < data.length; i += 4) {
    const [x, y] = [((i - 3) / 4) % width, Math.floor((i - 3) / 4 / width)];
    const isInside = x >= frame.left && x < frame.right && y >= frame.top && y < frame.bottom;
    if (!isInside && (data[i] ?? 0) > 40) count++;
  }
  return count;
}
