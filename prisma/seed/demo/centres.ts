import type { Point } from "@/prisma/seed/demo/distance";
import { readShippedTable } from "@/prisma/seed/shipped-table";

/** A town or city, and what its houses cost from the middle to the rim. */
export type Centre = Point & {
  readonly name: string;
  readonly people: number;
  readonly radiusKm: number;
  /** Typical house, in thousands of dollars. */
  readonly innerPriceK: number;
  readonly outerPriceK: number;
  /** Compass bearing of the sea, where being on its side costs more. */
  readonly seaward: number | null;
};

const RADIUS_MIN_KM = 8;
const RADIUS_KM_PER_ROOT = 0.03;
const PRICE_TOWN_K = 560;
const RIM_TO_MIDDLE = 0.82;

// Invented so that the demonstration looks right: thousands of dollars in the middle and at the rim, and where the sea is. No source.
const CHARACTERS: Readonly<Record<string, readonly [number, number, number | null]>> = {
  Sydney: [2700, 980, 80],
  Newcastle: [1150, 740, 110],
  Wollongong: [1300, 860, 90],
  "Coffs Harbour": [880, 700, 90],
  "Port Macquarie": [920, 740, 90],
  Canberra: [1400, 830, null],
  Melbourne: [1800, 650, 160],
  Geelong: [980, 660, 150],
  Ballarat: [650, 510, null],
  Bendigo: [640, 510, null],
  Mildura: [460, 390, null],
  Warrnambool: [640, 520, 180],
  Brisbane: [1600, 740, 90],
  "Gold Coast": [1500, 960, 90],
  Toowoomba: [700, 570, null],
  Townsville: [580, 470, 20],
  Cairns: [700, 550, 60],
  Mackay: [570, 480, 80],
  Rockhampton: [490, 410, null],
  "Hervey Bay": [700, 590, 20],
  Perth: [1500, 640, 270],
  Mandurah: [700, 570, 270],
  Bunbury: [640, 530, 280],
  Geraldton: [470, 400, 270],
  Albany: [600, 500, 170],
  Adelaide: [1400, 640, 260],
  "Mount Gambier": [470, 410, null],
  "Mount Isa": [330, 290, null],
  Hobart: [1000, 570, 120],
  Launceston: [630, 490, null],
  Darwin: [800, 550, 300],
  "Alice Springs": [500, 440, null],
};

/** Where they are and how many live there is GeoNames'; what they cost is invented. */
export const CENTRES: readonly Centre[] = readShippedTable("towns.tsv").map((row) => {
  const [name = "", latitude, longitude, population] = row;
  const people = Number(population);
  const [innerPriceK, outerPriceK, seaward] = CHARACTERS[name] ?? [
    PRICE_TOWN_K,
    PRICE_TOWN_K * RIM_TO_MIDDLE,
    null,
  ];
  return {
    ...{ name, latitude: Number(latitude), longitude: Number(longitude), people },
    radiusKm: Math.max(RADIUS_MIN_KM, RADIUS_KM_PER_ROOT * Math.sqrt(people)),
    ...{ innerPriceK, outerPriceK, seaward },
  };
});
