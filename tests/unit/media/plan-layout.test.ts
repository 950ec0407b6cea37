import fc from "fast-check";
import { expect, test } from "vitest";
import { layOut, type PlanRoom } from "@/lib/media/plan-layout";

const subjects = fc.record({
  seed: fc.nat(),
  beds: fc.option(fc.integer({ min: 0, max: 7 })),
  baths: fc.option(fc.integer({ min: 0, max: 5 })),
  parking: fc.option(fc.integer({ min: 0, max: 4 })),
  floorAreaM2: fc.option(fc.integer({ min: 20, max: 900 })),
});

test("the rooms of a plan fill its outline and do not overlap", () => {
  fc.assert(
    fc.property(subjects, (subject) => {
      const { width, depth, rooms } = layOut(subject);
      const covered = rooms.reduce((sum, room) => sum + room.w * room.h, 0);
      expect(covered).toBeCloseTo(width * depth, 1);
      for (const [i, room] of rooms.entries()) {
        expect(room.w).toBeGreaterThan(0);
        expect(room.h).toBeGreaterThan(0);
        expect(room.x + room.w).toBeLessThanOrEqual(width + 0.001);
        expect(room.y + room.h).toBeLessThanOrEqual(depth + 0.001);
        for (const other of rooms.slice(i + 1)) expect(overlap(room, other)).toBeLessThan(0.001);
      }
    }),
  );
});

test("a plan has the bedrooms and bathrooms that the listing states", () => {
  for (const beds of [0, 1, 2, 3, 4, 5]) {
    for (const baths of [1, 2, 3]) {
      const { rooms } = layOut({ seed: beds * 7 + baths, beds, baths, parking: 1, floorAreaM2: null });
      expect(rooms.filter((room) => room.kind.endsWith("bedroom"))).toHaveLength(beds);
      expect(rooms.filter((room) => room.kind === "bathroom")).toHaveLength(baths);
      expect(rooms.filter((room) => room.kind === "garage")).toHaveLength(1);
    }
  }
});

test("a plan is as large as the listing states, to a hundredth", () => {
  for (const floorAreaM2 of [45, 90, 160, 300]) {
    const { width, depth } = layOut({ seed: 2, beds: 3, baths: 2, parking: 1, floorAreaM2 });
    expect(Math.abs(width * depth - floorAreaM2) / floorAreaM2).toBeLessThan(0.01);
  }
});

function overlap(a: PlanRoom, b: PlanRoom): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}
