import { z } from "zod";
import type { FieldIssue } from "@/lib/errors";
import type { ListedPlace } from "@/lib/localities/merge-places";

/** The columns of GeoNames' postal files, which have no header (https://download.geonames.org/export/zip/readme.txt). */
const COLUMNS = [
  ...["country code", "postal code", "place name", "admin name1", "admin code1", "admin name2"],
  ...["admin code2", "admin name3", "admin code3", "latitude", "longitude", "accuracy"],
] as const;
export const GEONAMES_COLUMN_COUNT = COLUMNS.length;

/** Where Australia Post has post boxes and mail centres only, by state: no one lives in 1001. */
const POST_BOXES: Readonly<Record<string, readonly [string, string]>> = {
  ACT: ["0200", "0299"],
  NSW: ["1000", "1999"],
  NT: ["0900", "0999"],
  QLD: ["9000", "9999"],
  SA: ["5800", "5999"],
  TAS: ["7800", "7999"],
  VIC: ["8000", "8999"],
  WA: ["6800", "6999"],
};

function degrees(limit: number) {
  const error = `must be a number from -${limit} to ${limit}`;
  return z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, error)
    .transform(Number)
    .refine((value) => Math.abs(value) <= limit, error);
}

const Line = z.object({
  "country code": z.string().regex(/^[A-Z]{2}$/, "must be a country's two capital letters, such as AU"),
  "postal code": z
    .string()
    .regex(/^[A-Z0-9][A-Z0-9 -]{0,11}$/, "must be a postcode of at most 12 characters"),
  "place name": z.string().trim().min(1, "must be given").max(100, "must have at most 100 characters"),
  "admin code1": z.string(),
  latitude: degrees(90),
  longitude: degrees(180),
});

/** The ids of regions by country and code as GeoNames writes them: "AU NSW". */
export type RegionIds = ReadonlyMap<string, number>;

type ReadLine = { readonly place: ListedPlace } | { readonly issues: readonly FieldIssue[] };

/** A line of a GeoNames postal file as a place, or what is wrong with it (field: the column). */
export function readGeonamesLine(line: string, regionIds: RegionIds): ReadLine {
  const values = line.split("\t");
  if (values.length !== COLUMNS.length) {
    return refused("line", `has ${values.length} columns instead of ${COLUMNS.length}`);
  }
  const parsed = Line.safeParse(Object.fromEntries(COLUMNS.map((column, index) => [column, values[index]])));
  if (!parsed.success) {
    return {
      issues: parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), reason: message })),
    };
  }
  const { "country code": country, "admin code1": code, "postal code": postcode } = parsed.data;
  const regionId = regionIds.get(`${country} ${code}`);
  if (regionId === undefined) {
    return refused("admin code1", `names no region of the portal: ${country} ${code}`);
  }
  const { "place name": name, latitude, longitude } = parsed.data;
  const isForLetters = isPostBox(country, code, postcode);
  return { place: { regionId, name, postcode, latitude, longitude, isForLetters } };
}

function refused(field: string, reason: string): ReadLine {
  return { issues: [{ field, reason }] };
}

function isPostBox(country: string, state: string, postcode: string): boolean {
  const [first, last] = POST_BOXES[state] ?? [];
  return (
    country === "AU" && first !== undefined && last !== undefined && postcode >= first && postcode <= last
  );
}
