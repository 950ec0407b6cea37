import { expect, test } from "vitest";
import { emptySearch } from "@/lib/listings/search";
import { searchSquares } from "@/lib/listings/search-squares";

const square = (lat: number, lng: number) => `${Math.floor(lat * 4)}:${Math.floor(lng * 4)}`;

test("every point of a window lies in one of its squares, its edges included", () => {
  const bounds = { west: 151.01, south: -34.13, east: 151.76, north: -33.5 };
  const squares = searchSquares({ ...emptySearch("buy"), bounds });
  for (const lat of [bounds.south, -34, -33.75, -33.6, bounds.north])
    for (const lng of [bounds.west, 151.25, 151.5, bounds.east]) expect(squares).toContain(square(lat, lng));
  expect(squares).toHaveLength(4 * 4);
});

test("an outline has the squares of the window around it", () => {
  const area = [
    { lng: 151, lat: -34 },
    { lng: 151.3, lat: -34 },
    { lng: 151.3, lat: -33.9 },
  ];
  expect(searchSquares({ ...emptySearch("buy"), area })).toEqual(["-136:604", "-136:605"]);
});

test("a window of very many squares has none to tell, nor has a search without a window", () => {
  const bounds = { west: 140, south: -40, east: 150, north: -30 };
  expect(searchSquares({ ...emptySearch("buy"), bounds })).toBeNull();
  expect(searchSquares(emptySearch("buy"))).toBeNull();
});
