import { readFileSync } from "node:fs";
import { slugify } from "@/lib/slug";
import type { DemoPlace } from "@/prisma/seed/demo/market";

const TIME_ZONES: Readonly<Record<string, string>> = {
  nsw: "Australia/Sydney",
  vic: "Australia/Melbourne",
  qld: "Australia/Brisbane",
  wa: "Australia/Perth",
  sa: "Australia/Adelaide",
  tas: "Australia/Hobart",
  act: "Australia/Sydney",
  nt: "Australia/Darwin",
};

/** The localities that ship with the project, as the generator is given them; of two with one name in a region, the first. */
export function shippedPlaces(): DemoPlace[] {
  const lines = readFileSync("prisma/seed/australia.tsv", "utf8").split("\n");
  const places = lines
    .filter((line) => line && !line.startsWith("#"))
    .map((line, index) => {
      const [regionSlug = "", name = "", latitude, longitude] = line.split("\t");
      const timeZone = TIME_ZONES[regionSlug] ?? "";
      return {
        ...{ id: index + 1, slug: slugify(name), name, regionSlug, timeZone, currency: "AUD" },
        ...{ latitude: Number(latitude), longitude: Number(longitude) },
      };
    });
  return [...new Map(places.reverse().map((place) => [`${place.regionSlug}/${place.slug}`, place])).values()];
}
