import { expect, test } from "vitest";
import { readPictureName, writePictureName } from "@/lib/http/media/picture-name";
import { pooled } from "@/lib/media/media";

const hash = pooled("house-3")?.hash ?? "";

test("a name that the portal gives out is read and written back the same", () => {
  const text = `house-3-${hash}-960.avif`;
  const name = readPictureName(text);
  expect(name).toEqual({ key: "house-3", hash, width: 960, format: "avif" });
  expect(name && writePictureName(name)).toBe(text);
});

test.for([
  `house-3-${hash}-961.avif`,
  `house-3-${hash}-0960.avif`,
  `house-3-${hash}-960.svg`,
  `house-3-${hash}-960.avif?v=2`,
  `house-3-${hash.toUpperCase()}-960.AVIF`,
  `house-4-${hash}-960.avif`,
  "house-3-0000000000000000-960.avif",
  "house-999-0123456789abcdef-960.avif",
  `__proto__-${hash}-960.avif`,
  `../media/house-3-${hash}-960.avif`,
  `%2e%2e%2fhouse-3-${hash}-960.avif`,
  `house-3-${hash}-960.avif/../../../etc/passwd`,
  `house-3-${hash}-960.avif\0.webp`,
  "",
])("%j names no picture", (text) => {
  expect(readPictureName(text)).toBeNull();
});
