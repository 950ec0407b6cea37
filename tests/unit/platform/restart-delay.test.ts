import { expect, test } from "vitest";
import { restartDelayMs } from "@/lib/platform/restart-delay";

test("who dies at once is replaced later each time, half a minute later at most", () => {
  const delays: number[] = [];
  for (let n = 0; n < 10; n++) delays.push(restartDelayMs(50, delays.at(-1) ?? 0));
  expect(delays).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000]);
});

test("who lived for a minute is replaced as soon as the first one was", () => {
  expect(restartDelayMs(60_000, 30_000)).toBe(200);
});
