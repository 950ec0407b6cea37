import { slugify } from "@/lib/slug";
import type { DemoPlace } from "@/prisma/seed/demo/market";
import { readShippedTable } from "@/prisma/seed/shipped-table";

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
  const places = readShippedTable("australia.tsv").map((row, index) => {
    const [regionSlug = "", name = "", latitude, longitude, people] = row;
    const timeZone = TIME_ZONES[regionSlug] ?? "";
    return {
      ...{ id: index + 1, slug: slugify(name), name, regionSlug, timeZone, currency: "AUD" },
      ...{ latitude: Number(latitude), longitude: Number(longitude), people: Number(people) },
    };
  });
  return [...new Map(places.reverse().map((place) => [`${place.regionSlug}/${place.slug}`, place])).values()];
}
