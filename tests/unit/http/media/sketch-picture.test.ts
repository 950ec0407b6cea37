import { expect, test } from "vitest";
import { createSketches } from "@/lib/http/media/sketch-picture";
import { pooled } from "@/lib/media/media";
import { pooledDrawings } from "@/lib/media/pooled-drawings";

test("drawing in the portal's own process is rationed: in between stands a sheet in the picture's colours", () => {
  let now = 0;
  const sketch = createSketches({ now: () => now, everyMs: 100 });
  expect(sketch("house-1")).toBe(pooledDrawings().get("house-1")?.().svg);
  expect(sketch("house-2").length).toBeLessThan(400);
  expect(sketch("house-2")).toContain(pooled("house-2")?.palette.sky);
  now = 100;
  expect(sketch("house-2")).toBe(pooledDrawings().get("house-2")?.().svg);
});

test("a drawing that was made is given again at no cost, and only so many are kept", () => {
  let now = 0;
  const sketch = createSketches({ now: () => now, everyMs: 1 });
  const first = sketch("house-0");
  expect(sketch("house-0")).toBe(first);
  for (let variant = 1; variant <= 24; variant++) {
    now += 1;
    sketch(`house-${variant}`);
  }
  expect(sketch("house-0").length).toBeLessThan(400);
});
