import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { parse } from "csv-parse/sync";
import { expect, onTestFinished, test } from "vitest";
import { importListings } from "@/lib/feeds/commands";
import { ListingRow } from "@/lib/listings/listing-limits";
import { loadSuburbProfile } from "@/lib/localities/profile-queries";
import { resolveLocalities } from "@/lib/localities/resolve-localities";
import { createTestDatabase } from "@/tests/support/database";
import { middle, quarterOf } from "@/tests/support/plain-profile";
import { sharedFile } from "@/tests/support/shared-file";

/** One with a great many sales, one with few, and two between; of each some homes were sold twice. */
const ZIPCODES: ReadonlySet<string> = new Set(["98103", "98039", "98118", "98001"]);
const AFTER_THE_LAST_SALE = new Date("2015-06-15T00:00:00Z");

type Sale = { readonly zipcode: string; readonly day: string; readonly price: number };

test("the sales of King County come to the figures that their file gives, zipcode by zipcode and quarter by quarter", async (context) => {
  const sales = await importSales(sharedFile(context, "kc_house_data.csv"));
  for (const zipcode of ZIPCODES) {
    const here = sales.filter((sale) => sale.zipcode === zipcode);
    const figures = (some: readonly Sale[]) => ({
      sales: some.length,
      price: middle(some.map(({ price }) => price)),
    });
    const profile = await loadSuburbProfile(`us-wa/${zipcode}`, AFTER_THE_LAST_SALE, {
      addTags: () => {},
      expiresAt: () => {},
    });
    expect(here.length).toBeGreaterThan(40);
    expect(profile).toMatchObject({
      currency: "USD",
      asOf: "2015-06-14",
      askingPrice: { all: { count: 0 } },
    });
    expect(profile?.quarters.map(({ quarter, all }) => ({ quarter, ...all })).slice(-6)).toEqual(
      ["2014-Q1", "2014-Q2", "2014-Q3", "2014-Q4", "2015-Q1", "2015-Q2"].map((quarter) => ({
        quarter,
        ...figures(here.filter(({ day }) => quarterOf(day) === quarter)),
      })),
    );
    // The file does not say since when a home was for sale.
    const lastYear = figures(here.filter(({ day }) => day > "2014-06-14"));
    const expected = { ...lastYear, daysOnMarket: { median: null, count: 0 } };
    expect(profile?.lastYear).toEqual({ all: expected, byType: { house: expected } });
  }
});

/** Imports the sales of a few zipcodes; answers them as the file has them. */
async function importSales(file: string): Promise<readonly Sale[]> {
  const { close } = await createTestDatabase();
  onTestFinished(close);
  const folder = await mkdtemp(`${tmpdir()}/verandah-profile-`);
  onTestFinished(() => rm(folder, { recursive: true }));
  const [header = "", ...lines] = (await readFile(file, "utf8")).split("\n");
  const text = [
    header,
    ...lines.filter((line) => ZIPCODES.has(line.split(",")[16]?.slice(1, -1) ?? "")),
  ].join("\n");
  await writeFile(`${folder}/sales.csv`, text);
  const mapping = "lib/feeds/mappings/king-county.yaml";
  const rules = { rules: ListingRow, resolveLocalities };
  await importListings({ file: `${folder}/sales.csv`, mapping, rejects: `${folder}/rejects.csv` }, rules);
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true });
  return rows.map(({ zipcode = "", date = "", price }) => ({
    ...{ zipcode, price: Number(price) },
    day: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`,
  }));
}
