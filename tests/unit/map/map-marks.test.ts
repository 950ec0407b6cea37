import { expect, test } from "vitest";
import { cardPlace, marksOf } from "@/app/(portal)/_map/map-marks";
import { markName, markText } from "@/app/(portal)/_map/mark-words";
import type { MapCluster, MapListing } from "@/lib/listings/listing-map";

test("marks are read from north to south and from west to east, whatever they are", () => {
  const clusters = [cluster({ lng: 151, lat: -33 }), cluster({ lng: 150, lat: -34 })];
  const listings = [home({ lng: 150, lat: -33 }), home({ lng: 151, lat: -34 })];
  expect(marksOf({ clusters, listings }).map(({ position }) => [position.lng, position.lat])).toEqual([
    [150, -33],
    [151, -33],
    [150, -34],
    [151, -34],
  ]);
});

test("homes that stand at one spot are one mark, which names them all", () => {
  const here = { lng: 151, lat: -33 };
  const [mark, ...others] = marksOf({
    clusters: [],
    listings: [home(here), home(here, { price: price("$1.1m") })],
  });
  expect(others).toEqual([]);
  expect(mark && markName(mark)).toBe("2 homes at one place, $850,000, $1.1m");
});

test.each([
  [{ low: 450_000, high: 1_200_000, currency: "AUD" }, "12 homes from $450,000 to $1.2m"],
  [{ low: 450, high: 450, currency: "AUD" }, "12 homes at $450"],
  [{ low: 999_999, high: 1_254_900, currency: "AUD" }, "12 homes from $999,999 to $1.25m"],
  [null, "12 homes"],
])("a cluster that asks %j is called %j", (asked, name) => {
  const [mark] = marksOf({ clusters: [cluster({ lng: 0, lat: 0 }, { price: asked })], listings: [] });
  expect(mark && markName(mark)).toBe(name);
});

test("a home is called by its price and its street; where that is hidden, by what it is", () => {
  const at = { lng: 151, lat: -33 };
  const nameOf = (listing: MapListing) => marksOf({ clusters: [], listings: [listing] }).map(markName);
  expect(nameOf(home(at))).toEqual(["$850,000, 12 Smith Street"]);
  expect(nameOf(home(at, { street: null }))).toEqual(["$850,000, house, street not shown"]);
});

test("what stands on a mark begins its name, so that whoever speaks to it says what is seen", () => {
  const at = { lng: 151, lat: -33 };
  const all = [
    ...marksOf({ clusters: [cluster(at)], listings: [home({ lng: 150, lat: 0 })] }),
    ...marksOf({ clusters: [], listings: [home(at), home(at)] }),
  ];
  expect(all).toHaveLength(3);
  for (const mark of all) expect(markName(mark).startsWith(markText(mark))).toBe(true);
});

test("a card lies within the map wherever its mark is", () => {
  const map = { width: 320, height: 500 };
  for (let x = 0; x <= map.width; x += 10)
    for (let y = 0; y <= map.height; y += 10) {
      const { isAbove, over } = cardPlace({ x, y }, map, 256);
      expect(isAbove ? y : map.height - y).toBeGreaterThanOrEqual(map.height / 2);
      if (over === "middle") expect([x - 128 >= 0, x + 128 <= map.width]).toEqual([true, true]);
      else expect(over).toBe(x < 128 ? "start" : "end");
    }
});

function cluster(position: MapCluster["position"], others: Partial<MapCluster> = {}): MapCluster {
  const { lng, lat } = position;
  const bounds = { west: lng, south: lat, east: lng, north: lat };
  return { count: 12, position, bounds, price: null, ...others };
}

function home(position: MapListing["position"], others: Partial<MapListing> = {}): MapListing {
  return {
    ...{ id: 7, slug: "12-smith-street-newtown-nsw", propertyType: "house", price: price("$850,000") },
    ...{ beds: 3, street: "12 Smith Street", position, isExact: true },
    ...others,
  };
}

function price(display: string): MapListing["price"] {
  return { display, low: 850_000, high: 850_000, currency: "AUD" };
}
