import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { importGeonames } from "@/lib/localities/import-geonames";
import { seedLocalities } from "@/prisma/seed/localities";
import { createTestDatabase } from "@/tests/support/database";
import { sharedFile } from "@/tests/support/shared-file";

const NEWTOWN = "AU\t2042\tNewtown\tNew South Wales\tNSW\tLEICHHARDT\t\t\t\t-33.9012\t151.1768\t4";

async function setUp() {
  const { database, close } = await createTestDatabase();
  const folder = await mkdtemp(`${tmpdir()}/verandah-localities-`);
  onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  const write = async (text: string | Buffer) => {
    await writeFile(`${folder}/AU.txt`, text);
    return `${folder}/AU.txt`;
  };
  const slugs = async (name: string) => {
    const found = await database.locality.findMany({
      where: { name },
      select: { slug: true, postcode: true, region: { select: { slug: true } } },
      orderBy: { id: "asc" },
    });
    return found.map(({ slug, postcode, region }) => `${region.slug}/${slug} ${postcode}`).sort();
  };
  return { database, folder, write, slugs };
}

test("seeding twice adds each locality once and keeps every id and slug", async () => {
  const { database } = await setUp();
  const first = await seedLocalities(database);
  const before = await database.locality.findMany({ orderBy: { id: "asc" } });
  expect(first.created).toBe(before.length);
  expect(before.length).toBeGreaterThan(3_500);
  expect(await seedLocalities(database)).toEqual({ created: 0 });
  expect(await database.locality.findMany({ orderBy: { id: "asc" } })).toEqual(before);
});

test("an import adds postcodes to the seeded places and the places that are missing; the second changes nothing", async (context) => {
  const file = sharedFile(context, "geonames_au_postal.tsv");
  const { database, slugs } = await setUp();
  await seedLocalities(database);
  const seeded = await slugs("Newtown");
  expect(seeded).toHaveLength(4);
  const first = await importGeonames(file);
  expect(first).toMatchObject({ rowsRead: 16_873, rowsRefused: 0 });
  expect(await slugs("Newtown")).toEqual([
    "nsw/newtown 2042",
    "qld/newtown 4305",
    "qld/newtown-2 4350",
    "vic/newtown 3220",
    "vic/newtown-3351 3351",
  ]);
  expect(await slugs("Sydney")).toEqual(["nsw/sydney 2000"]);
  const before = await database.locality.findMany({ orderBy: { id: "asc" } });
  expect(await importGeonames(file)).toMatchObject({ created: 0, updated: 0 });
  expect(await seedLocalities(database)).toEqual({ created: 0 });
  expect(await database.locality.findMany({ orderBy: { id: "asc" } })).toEqual(before);
});

test("a row of an unknown country is refused with its line while the others are taken", async () => {
  const { write, slugs } = await setUp();
  const report = await importGeonames(await write(`${NEWTOWN.replace("AU", "NZ")}\n${NEWTOWN}\n`));
  expect(report).toMatchObject({ rowsRead: 2, rowsRefused: 1, created: 1 });
  expect(report.refusals).toEqual([
    { line: 1, column: "admin code1", reason: "names no region of the portal: NZ NSW" },
  ]);
  expect(await slugs("Newtown")).toEqual(["nsw/newtown 2042"]);
});

test.each([
  ["empty", "", "is empty"],
  ["not tab-separated", "country,postcode\nAU,2042\n", "is not a postal file of GeoNames"],
  ["binary", Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff]), "is not UTF-8 text"],
  ["cut off", `${NEWTOWN}\n${NEWTOWN.slice(0, 30)}`, "ends in the middle of line 2"],
  ["without one usable row", `${NEWTOWN.replace("AU", "NZ")}\n`, "No row of AU.txt can be used"],
])("a file that is %s is refused whole", async (_kind, content, sentence) => {
  const { database, write } = await setUp();
  await expect(importGeonames(await write(content))).rejects.toThrow(sentence);
  expect(await database.locality.count()).toBe(0);
});
