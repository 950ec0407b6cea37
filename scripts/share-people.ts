import { distanceKm, type Point } from "@/prisma/seed/demo/distance";

/** A place of GeoNames with its population; a section is a part of a city whose own figure counts its people too. */
export type PopulatedPlace = Point & {
  readonly region: string;
  readonly name: string;
  readonly population: number;
  readonly isSection: boolean;
};

/** How far a city of so many people reaches, in km: 64 for Sydney, 9 for a town of a hundred thousand. */
export function reachKm(population: number): number {
  return 0.03 * Math.sqrt(population);
}

/**
 * How many people each place is given, each counted once. A city's figure is shared by its middle and the sections within its
 * reach in its region: each in proportion to its own figure, the middle as much as the median section. A section within no
 * city's reach, and a city without sections, keep their figures.
 */
export function sharePeople(places: readonly PopulatedPlace[]): ReadonlyMap<PopulatedPlace, number> {
  const cities = places.filter(({ isSection }) => !isSection);
  const people = new Map(places.map((place) => [place, place.population]));
  const sectionsOf = new Map<PopulatedPlace, PopulatedPlace[]>();
  for (const section of places.filter(({ isSection }) => isSection)) {
    const city = cityOf(section, cities);
    if (city) sectionsOf.set(city, [...(sectionsOf.get(city) ?? []), section]);
  }
  for (const [city, sections] of sectionsOf) {
    const figures = sections.map(({ population }) => population).sort((one, other) => one - other);
    const middle = figures[figures.length >> 1] ?? 0;
    const scale = city.population / figures.reduce((sum, figure) => sum + figure, middle);
    people.set(city, middle * scale);
    for (const section of sections) people.set(section, section.population * scale);
  }
  return people;
}

/** Towns and cities that are in no larger one's reach. */
export function principalTowns(places: readonly PopulatedPlace[], populationMin: number): PopulatedPlace[] {
  const cities = places.filter(({ isSection, population }) => !isSection && population >= populationMin);
  return cities.filter(
    (town) =>
      !cities.some(
        (city) => city.population > town.population && distanceKm(city, town) < reachKm(city.population),
      ),
  );
}

function cityOf(section: PopulatedPlace, cities: readonly PopulatedPlace[]): PopulatedPlace | undefined {
  let nearest: PopulatedPlace | undefined;
  let least = 1;
  for (const city of cities) {
    if (city.region !== section.region || city.population <= section.population) continue;
    const share = distanceKm(city, section) / reachKm(city.population);
    if (share < least) {
      nearest = city;
      least = share;
    }
  }
  return nearest;
}
