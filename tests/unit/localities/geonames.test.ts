import { expect, test } from "vitest";
import { readGeonamesLine } from "@/lib/localities/geonames";

const REGIONS = new Map([
  ["AU NSW", 1],
  ["AU ACT", 7],
]);
const NEWTOWN = "AU\t2042\tNewtown\tNew South Wales\tNSW\tLEICHHARDT\t\t\t\t-33.9012\t151.1768\t4";

test("a line becomes a place in its region", () => {
  expect(readGeonamesLine(NEWTOWN, REGIONS)).toEqual({
    place: {
      ...{ regionId: 1, name: "Newtown", postcode: "2042", isForLetters: false },
      ...{ latitude: -33.9012, longitude: 151.1768 },
    },
  });
});

test("a postcode is for letters only within its own state's post box numbers", () => {
  const canberra = NEWTOWN.replace("NSW", "ACT");
  const isForLetters = (line: string) => {
    const read = readGeonamesLine(line, REGIONS);
    return "place" in read && read.place.isForLetters;
  };
  expect(isForLetters(NEWTOWN.replace("2042", "1001"))).toBe(true);
  expect(isForLetters(canberra.replace("2042", "0200"))).toBe(true);
  expect(isForLetters(canberra.replace("2042", "1001"))).toBe(false);
});

test.each([
  ["line", "has 11 columns instead of 12", NEWTOWN.replace("\t4", "")],
  ["country code", "must be a country's two capital letters, such as AU", NEWTOWN.replace("AU", "Australia")],
  ["admin code1", "names no region of the portal: NZ NSW", NEWTOWN.replace("AU", "NZ")],
  ["postal code", "must be a postcode of at most 12 characters", NEWTOWN.replace("2042", "")],
  ["place name", "must be given", NEWTOWN.replace("Newtown", " ")],
  ["latitude", "must be a number from -90 to 90", NEWTOWN.replace("-33.9012", "-91")],
  ["longitude", "must be a number from -180 to 180", NEWTOWN.replace("151.1768", "NaN")],
])("a line with a wrong %s is refused: it %s", (field, reason, line) => {
  expect(readGeonamesLine(line, REGIONS)).toEqual({ issues: [{ field, reason }] });
});
