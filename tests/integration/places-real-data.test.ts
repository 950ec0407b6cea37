import { readFile } from "node:fs/promises";
import { expect, onTestFinished, type TestContext, test } from "vitest";
import { importGeonames } from "@/lib/localities/import-geonames";
import { localityLabel } from "@/lib/localities/locality";
import { readPlace, readPlaceWords } from "@/lib/localities/place-question";
import { placeStatement } from "@/lib/localities/place-statement";
import { findLocalities, listLocalitiesAround } from "@/lib/localities/queries";
import { resolveLocalities } from "@/lib/localities/resolve-localities";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { sharedFile } from "@/tests/support/shared-file";

async function setUp() {
  const { url, runtime, close } = await createTestDatabase();
  const psql = await connectClient(url);
  onTestFinished(async () => {
    await psql.end();
    await close();
  });
  return {
    psql,
    find: async (q: string, limit?: number) => (await findLocalities(q, limit)).map(localityLabel),
    around: async (key: `${string}/${string}`, km: number) =>
      (await listLocalitiesAround([key], km)).map(localityLabel),
    async publish(count: number, name: string, postcode: string) {
      await psql.query(
        `INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, locality_id, published_at)
         SELECT 'sale', 'active', 'house', 'A house', '$1', 'AUD', id, now() FROM locality, generate_series(1, $1)
          WHERE name = $2 AND postcode = $3`,
        [count, name, postcode],
      );
      await runtime.tail.catchUp();
    },
  };
}

/** Every zip code of King County's sales, in the middle of its houses. */
async function zipCodes(context: TestContext) {
  const text = await readFile(sharedFile(context, "kc_house_data.csv"), "utf8");
  const [header = "", ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.replaceAll('"', ""));
  const columns = header.split(",");
  const houses = new Map<string, string[][]>();
  for (const line of lines) {
    const values = line.split(",");
    const zip = values[columns.indexOf("zipcode")] ?? "";
    houses.set(zip, [...(houses.get(zip) ?? []), values]);
  }
  return [...houses].map(([zip, rows]) => {
    const mean = (column: string) =>
      rows.reduce((sum, values) => sum + Number(values[columns.indexOf(column)]), 0) / rows.length;
    return { name: zip, postcode: zip, latitude: mean("lat"), longitude: mean("long") };
  });
}

test("among Australia's 16,000 places, each is found and told apart from its namesakes, the busiest first", async (context) => {
  const file = sharedFile(context, "geonames_au_postal.tsv");
  const { psql, find, around, publish } = await setUp();
  await importGeonames(file);
  await publish(3, "Newtown", "3220");
  await publish(2, "Newtown", "2042");
  await publish(1, "Enmore", "2042");
  await publish(1, "Newtown", "4350");
  await publish(5, "Parramatta", "2123");
  const newtowns = ["VIC 3220", "NSW 2042", "QLD 4350", "QLD 4305", "VIC 3351"].map(
    (where) => `Newtown ${where}`,
  );
  expect(await find("Newtown", 5)).toEqual(newtowns);
  expect(await find("newt", 3)).toEqual(newtowns.slice(0, 3));
  expect(await find("newtown vic")).toEqual(["Newtown VIC 3220", "Newtown VIC 3351"]);
  expect(await find("newtown 2042")).toEqual(["Newtown NSW 2042"]);
  expect(await find("2042")).toEqual(["Newtown NSW 2042", "Enmore NSW 2042"]);
  await publish(3, "Enmore", "2042");
  expect(await find("2042")).toEqual(["Enmore NSW 2042", "Newtown NSW 2042"]);
  for (const [misspelt, meant] of [
    ["syndey", "Sydney NSW 2000"],
    ["melborne", "Melbourne VIC 3000"],
    ["brisbne", "Brisbane QLD 4000"],
    ["wolongong", "Wollongong NSW 2500"],
  ] as const)
    expect((await find(misspelt))[0], misspelt).toBe(meant);
  expect(await find("paramatta")).toEqual(["Paramatta SA 5558", "Parramatta NSW 2123"]);
  expect((await around("nsw/newtown", 1.5)).slice(0, 2)).toEqual(["Newtown NSW 2042", "Enmore NSW 2042"]);

  // Whatever is asked, nothing is looked through from end to end.
  await psql.query("ANALYZE locality, locality_stock");
  for (const q of ["s", "syd", "north s", "newtown vic 2042", "20", "melborne"]) {
    const words = readPlaceWords(q);
    const { text, values } = placeStatement(words.join(" "), readPlace(words), 8);
    const { rows } = await psql.query<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, [...values]);
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan.match(/Seq Scan on (locality|listing\w*) /g), q).toBeNull();
  }
}, 240_000);

test("King County's zip codes are found by their digits, with those around them", async (context) => {
  const zips = await zipCodes(context);
  const { psql, find, around, publish } = await setUp();
  await psql.query("BEGIN");
  await resolveLocalities(psql, { region: "us-wa", create: true }, zips);
  await psql.query("COMMIT");
  await publish(2, "98103", "98103");
  await publish(1, "98117", "98117");
  expect(zips).toHaveLength(70);
  expect(await find("98103")).toEqual(["98103 WA"]);
  expect((await find("981")).slice(0, 3)).toEqual(["98103 WA", "98117 WA", "98102 WA"]);
  expect(await find("9810 washington", 20)).toHaveLength(7);
  expect(await around("us-wa/98103", 3)).toEqual(expect.arrayContaining(["98103 WA", "98117 WA"]));
  expect(await around("us-wa/98103", 100)).toHaveLength(70);
});
