import { expect, test } from "vitest";
import { percentilePlot } from "@/bench/search/plot";

test("a picture has a curve for each series that falls nowhere, with what was measured written at it", () => {
  const svg = percentilePlot("Cold & warm", [
    { name: "cold", tookMs: [40, 10, 20, 30] },
    { name: "warm", tookMs: [0.04, 0.01, 0.02, 0.03] },
  ]);
  const curves = [...svg.matchAll(/<path [^>]* d="M ([^"]+)"/g)].map(([, line = ""]) =>
    line.split(" L ").map((point) => Number(point.split(" ")[1])),
  );
  expect(curves).toHaveLength(2);
  // Down the picture is less time.
  for (const heights of curves) expect(heights).toEqual([...heights].sort((one, other) => other - one));
  expect(svg).toContain(">20<");
  expect(svg).toContain(">0.020<");
  expect(svg).toContain("Cold &amp; warm");
});
