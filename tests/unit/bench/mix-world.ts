import type { MixLocality, MixWorld } from "@/bench/mix/world";

/** A small country: localities from large to small along a line, two regions, a few offices and people. */
export function mixWorld(localities = 50): MixWorld {
  return {
    today: "2026-11-25",
    localities: Array.from({ length: localities }, (_, index) => localityAt(index, localities)),
    regions: [
      { slug: "east", listings: 600 },
      { slug: "west", listings: 400 },
    ],
    agencies: [
      { slug: "first-office", listings: 90 },
      { slug: "second-office", listings: 10 },
    ],
    agents: [{ slug: "only-agent", listings: 5 }],
    listings: Array.from({ length: 500 }, (_, index) => index + 1),
  };
}

function localityAt(index: number, count: number): MixLocality {
  const listings = (count - index) * 10;
  return {
    key: `${index % 2 ? "west" : "east"}/place-${index}`,
    name: `Placeville ${index}`,
    region: index % 2 ? "WE" : "EA",
    latitude: -30 - index / 10,
    longitude: 140 + index / 10,
    listings: { buy: listings, rent: listings, sold: listings },
  };
}
