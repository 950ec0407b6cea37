import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isAppError } from "@/lib/errors";
import { mappedColumns } from "@/lib/feeds/mapped-columns";
import { parseMapping } from "@/lib/feeds/read-mapping";

const HARBOUR = readFileSync(new URL("../../fixtures/feeds/harbour.yaml", import.meta.url), "utf8");
const KING_COUNTY = readFileSync(
  new URL("../../../lib/feeds/mappings/king-county.yaml", import.meta.url),
  "utf8",
);

/** The mistakes that are found in a mapping after one replacement. */
function mistakes(from: string, to: string): string[] {
  expect(HARBOUR).toContain(from);
  try {
    parseMapping("my.yaml", HARBOUR.replace(from, to));
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    expect(thrown.message).toContain("my.yaml");
    return thrown.issues.map(({ field, reason }) => `${field}: ${reason}`);
  }
  return [];
}

test("the shipped mapping and one with translated columns are read", () => {
  expect(parseMapping("harbour.yaml", HARBOUR).source.slug).toBe("harbour");
  expect(parseMapping("king-county.yaml", KING_COUNTY).region).toBe("us-wa");
});

test("the columns that a mapping needs are those of its fields, conditions and texts, once each", () => {
  const columns = mappedColumns(parseMapping("king-county.yaml", KING_COUNTY));
  expect(columns).toEqual([...new Set(columns)]);
  expect(columns).toEqual(
    expect.arrayContaining(["id", "date", "price", "waterfront", "yr_built", "grade", "zipcode"]),
  );
});

test.each([
  ["region: nsw", "regoin: nsw", ["region: must be given", "regoin: is not a key that a mapping has here"]],
  ["region: nsw", "region: NSW", ["region: must be small letters, digits and single hyphens"]],
  ["id: { column: ref }", "id: ref", ["id: must be { column: NAME }"]],
  [
    "beds: { column: beds }",
    "beds: { colum: beds }",
    ["beds.column: must be given", "beds.colum: is not a key that a mapping has here"],
  ],
  ["unit: m2", "unit: sqft", ["landArea.unit: must be one of m2, ft2, acre, ha"]],
  ["currency: AUD", "currency: dollars", ["currency: must be a currency code such as AUD"]],
  [
    "off: withdrawn",
    "off: gone",
    ["status.values.off: must be one of draft, active, under_offer, sold, leased, withdrawn"],
  ],
  [
    "dd/MM/yyyy",
    "dd/MM/yy",
    [
      "soldOn.format: must hold yyyy, MM and dd once each, and may hold HH, mm and ss; other letters stand in quotes ('T')",
    ],
  ],
])("%s written as %s is named by its path", (from, to, expected) => {
  expect(mistakes(from, to).sort()).toEqual(expected.sort());
});

test("a placeholder that means nothing is named", () => {
  expect(mistakes("{column.title}", "{title}")[0]).toContain(
    "names {title}; it may name {column.NAME} or {propertyType}",
  );
});

test("what must be given and is not is named, also where a constant or a column may stand", () => {
  expect(mistakes('headline: "{column.title}"', "")).toEqual(["headline: must be given"]);
  expect(
    mistakes("propertyType: { column: type, values: { House: house, Flat: apartment } }", "")[0],
  ).toContain("propertyType: must be one of house, terrace");
});

test("a file that is not YAML, or nothing, is refused with its name", () => {
  expect(() => parseMapping("my.yaml", "a: [")).toThrow("The mapping my.yaml is not YAML: ");
  expect(() => parseMapping("my.yaml", "")).toThrow("The mapping my.yaml has a mistake:");
});
