/** A town or city: where people live, and what its houses cost from the middle to the rim. */
export type Centre = {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly people: number;
  readonly radiusKm: number;
  /** Typical house, in thousands of dollars. */
  readonly innerPriceK: number;
  readonly outerPriceK: number;
  /** Compass bearing of the sea, where being on its side costs more. */
  readonly seaward: number | null;
};

// Name, latitude, longitude, thousands of people, radius in km, inner and outer price in thousands of dollars, bearing of the sea.
// People: rounded from the Australian Bureau of Statistics, Regional population (CC BY 4.0). Prices are invented to look right.
const ROWS = [
  ["Sydney", -33.868, 151.207, 5300, 60, 2700, 980, 80],
  ["Newcastle", -32.927, 151.777, 510, 30, 1150, 740, 110],
  ["Central Coast", -33.425, 151.342, 345, 20, 1150, 860, 100],
  ["Wollongong", -34.425, 150.893, 305, 25, 1300, 860, 90],
  ["Bowral", -34.48, 150.42, 40, 18, 1450, 1050, null],
  ["Nowra", -34.88, 150.6, 40, 15, 780, 680, 100],
  ["Coffs Harbour", -30.3, 153.11, 74, 15, 880, 700, 90],
  ["Port Macquarie", -31.43, 152.9, 50, 12, 920, 740, 90],
  ["Byron Bay", -28.64, 153.61, 14, 12, 2300, 1250, 80],
  ["Ballina", -28.87, 153.56, 28, 10, 1150, 900, 90],
  ["Lismore", -28.81, 153.28, 29, 10, 540, 500, null],
  ["Wagga Wagga", -35.11, 147.37, 57, 12, 600, 500, null],
  ["Albury and Wodonga", -36.08, 146.92, 98, 14, 640, 500, null],
  ["Tamworth", -31.09, 150.93, 44, 10, 540, 450, null],
  ["Orange", -33.28, 149.1, 41, 10, 680, 540, null],
  ["Dubbo", -32.24, 148.6, 43, 10, 560, 450, null],
  ["Bathurst", -33.42, 149.58, 38, 10, 650, 520, null],
  ["Canberra", -35.281, 149.128, 490, 25, 1400, 830, null],
  ["Melbourne", -37.814, 144.963, 5100, 55, 1800, 650, 160],
  ["Geelong", -38.149, 144.361, 290, 20, 980, 660, 150],
  ["Ballarat", -37.562, 143.85, 115, 12, 650, 510, null],
  ["Bendigo", -36.757, 144.279, 105, 12, 640, 510, null],
  ["Traralgon", -38.195, 146.54, 78, 20, 470, 390, null],
  ["Mildura", -34.19, 142.16, 55, 12, 460, 390, null],
  ["Shepparton", -36.38, 145.4, 54, 10, 490, 420, null],
  ["Warrnambool", -38.38, 142.48, 36, 8, 640, 520, 180],
  ["Brisbane", -27.47, 153.026, 2600, 45, 1600, 740, 90],
  ["Gold Coast", -28.005, 153.43, 700, 25, 1500, 960, 90],
  ["Sunshine Coast", -26.66, 153.09, 390, 28, 1350, 900, 80],
  ["Toowoomba", -27.56, 151.95, 145, 12, 700, 570, null],
  ["Townsville", -19.26, 146.81, 182, 18, 580, 470, 20],
  ["Cairns", -16.92, 145.77, 157, 20, 700, 550, 60],
  ["Mackay", -21.14, 149.19, 82, 12, 570, 480, 80],
  ["Rockhampton", -23.38, 150.51, 80, 12, 490, 410, null],
  ["Bundaberg", -24.87, 152.35, 75, 14, 570, 470, 70],
  ["Hervey Bay", -25.29, 152.84, 60, 12, 700, 590, 20],
  ["Gladstone", -23.84, 151.26, 45, 12, 490, 410, null],
  ["Perth", -31.953, 115.857, 2200, 50, 1500, 640, 270],
  ["Mandurah", -32.53, 115.72, 105, 15, 700, 570, 270],
  ["Bunbury", -33.33, 115.64, 77, 12, 640, 530, 280],
  ["Geraldton", -28.77, 114.61, 39, 10, 470, 400, 270],
  ["Albany", -35.02, 117.88, 37, 10, 600, 500, 170],
  ["Kalgoorlie", -30.75, 121.47, 30, 10, 400, 350, null],
  ["Adelaide", -34.929, 138.601, 1400, 35, 1400, 640, 260],
  ["Mount Gambier", -37.83, 140.78, 28, 8, 470, 410, null],
  ["Hobart", -42.882, 147.327, 250, 22, 1000, 570, 120],
  ["Launceston", -41.434, 147.137, 91, 12, 630, 490, null],
  ["Devonport", -41.18, 146.36, 30, 8, 520, 450, 0],
  ["Burnie", -41.05, 145.9, 28, 8, 460, 410, 0],
  ["Darwin", -12.463, 130.842, 147, 25, 800, 550, 300],
  ["Alice Springs", -23.7, 133.88, 26, 8, 500, 440, null],
] as const;

/** How many people live in none of them. */
export const PEOPLE_ELSEWHERE = 2_900_000;

export const CENTRES: readonly Centre[] = ROWS.map(
  ([name, latitude, longitude, peopleK, radiusKm, innerPriceK, outerPriceK, seaward]) => ({
    ...{ name, latitude, longitude, radiusKm, innerPriceK, outerPriceK, seaward },
    people: peopleK * 1000,
  }),
);
