import { expect, test } from "vitest";
import { emptySearch } from "@/lib/listings/search";
import { blocksOf, searchSquares } from "@/lib/listings/search-squares";

const square = (lat: number, lng: number) => `square:${Math.floor(lat * 4)}:${Math.floor(lng * 4)}`;
const block = (lat: number, lng: number) => `block:${Math.floor(lat / 4)}:${Math.floor(lng / 4)}`;

test("every point of a window lies in one of its squares, its edges included", () => {
  const bounds = { west: 151.01, south: -34.13, east: 151.76, north: -33.5 };
  const squares = searchSquares({ ...emptySearch("buy"), bounds });
  for (const lat of [bounds.south, -34, -33.75, -33.6, bounds.north])
    for (const lng of [bounds.west, 151.25, 151.5, bounds.east]) expect(squares).toContain(square(lat, lng));
  expect(squares).toHaveLength(4 * 4);
});

test("of a window of too many squares every point lies in one of its blocks", () => {
  const bounds = { west: 140, south: -40, east: 150, north: -30 };
  const blocks = searchSquares({ ...emptySearch("buy"), bounds });
  for (const lat of [-40, -36, -31.2, -30])
    for (const lng of [140, 143.9, 148, 150]) expect(blocks).toContain(block(lat, lng));
  expect(blocks).toHaveLength(3 * 3);
  expect(blocksOf(bounds)).toEqual(blocks);
});

test("an outline has the squares of the window around it", () => {
  const area = [
    { lng: 151, lat: -34 },
    { lng: 151.3, lat: -34 },
    { lng: 151.3, lat: -33.9 },
  ];
  expect(searchSquares({ ...emptySearch("buy"), area })).toEqual([...["square:-136:604", "square:-136:605"]]);
});

test("a window of very many blocks has none to tell, nor has a search without a window", () => {
  const bounds = { west: 100, south: -45, east: 160, north: -5 };
  expect(searchSquares({ ...emptySearch("buy"), bounds })).toBeNull();
  expect(searchSquares(emptySearch("buy"))).toBeNull();
});
