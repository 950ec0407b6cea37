import { execFile } from "node:child_process";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { type ImportRequest, importListings } from "@/lib/feeds/commands";
import { ListingRow } from "@/lib/listings/listing-limits";
import { resolveLocalities } from "@/lib/localities/resolve-localities";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { statement } from "@/tests/support/services";
import { sharedFile } from "@/tests/support/shared-file";

const FIXTURES = fileURLToPath(new URL("../fixtures/feeds/", import.meta.url));
const SALES_MAPPING = `
source: { slug: sales, name: Sales (invented), credit: Invented. }
region: us-wa
currency: USD
offer: sale
status: sold
propertyType: house
id: { column: id }
soldOn: { column: sold }
price: { column: price }
locality: { name: { column: zip }, postcode: { column: zip }, create: true }
latitude: { column: lat }
longitude: { column: lng }
headline: "House in {column.zip}"
priceDisplay: "Sold for US\${price}"
`;
const SALES = `id,sold,price,zip,lat,lng
A,2015-03-01,300000,98001,47.3,-122.2
B,2014-06-01,410000,98002,47.4,-122.3
A,2014-05-01,250000,98001,47.3,-122.2
C,2014-07-01,520000,98001,47.5,-122.4
B,2015-07-01,450000,98002,47.4,-122.3
`;

async function setUp() {
  const { database, url, close } = await createTestDatabase();
  const folder = await mkdtemp(`${tmpdir()}/verandah-import-`);
  onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  await writeFile(`${folder}/sales.yaml`, SALES_MAPPING);
  const rejects = `${folder}/rejects.csv`;
  const run = (request: Partial<ImportRequest> & Pick<ImportRequest, "file">) =>
    importListings(
      { mapping: `${folder}/sales.yaml`, rejects, ...request },
      { rules: ListingRow, resolveLocalities },
    );
  const write = async (content: string | Buffer, name = "sales.csv") => {
    await writeFile(`${folder}/${name}`, content);
    return `${folder}/${name}`;
  };
  return {
    ...{ database, url, folder, rejects, run, write },
    importSales: async (content: string | Buffer, request: Partial<ImportRequest> = {}) =>
      run({ ...request, file: await write(content) }),
    importHarbour: async (change = (text: string) => text) => {
      const text = change(await readFile(`${FIXTURES}harbour.csv`, "utf8"));
      return run({ file: await write(text, "harbour.csv"), mapping: `${FIXTURES}harbour.yaml` });
    },
    listings: () => database.listing.findMany({ orderBy: { externalId: "asc" } }),
    history: async (externalId: string) => {
      const events = await database.listingEvent.findMany({
        where: { listing: { externalId } },
        orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
      });
      return events.map(
        ({ kind, occurredOn, priceLow }) => `${occurredOn.toISOString().slice(0, 10)} ${kind} ${priceLow}`,
      );
    },
    runs: () =>
      database.feedRun.findMany({
        orderBy: { id: "asc" },
        include: { issues: { orderBy: { line: "asc" } } },
      }),
    /** Localities for the addresses of harbour.csv. */
    addSuburbs: async () => {
      const { id: regionId } = await database.region.findUniqueOrThrow({ where: { slug: "nsw" } });
      const place = { regionId, latitude: -33.86, longitude: 151.18 };
      await database.locality.createMany({
        data: [
          { ...place, slug: "balmain", name: "Balmain", postcode: "2041" },
          { ...place, slug: "rozelle", name: "Rozelle" },
        ],
      });
    },
  };
}

test("a repeated id is one listing that shows its latest sale, whatever the order of the rows, with every sale in its history", async () => {
  const { importSales, listings, history } = await setUp();
  expect(await importSales(SALES)).toMatchObject({
    rowsRead: 5,
    created: 3,
    sales: 5,
    localities: 2,
    rowsRefused: 0,
  });
  const [a, b] = await listings();
  expect(b).toMatchObject({ externalId: "B", soldPrice: 450_000n, soldOn: new Date("2015-07-01") });
  expect(a).toMatchObject({
    ...{
      externalId: "A",
      status: "sold",
      channel: "sold",
      soldPrice: 300_000n,
      priceLow: 300_000n,
      priceHigh: 300_000n,
    },
    ...{
      priceDisplay: "Sold for US$300,000",
      soldOn: new Date("2015-03-01"),
      publishedAt: new Date("2015-03-01"),
    },
  });
  expect(await history("A")).toEqual(["2014-05-01 sold 250000", "2015-03-01 sold 300000"]);
});

test("a locality that is made lies in the middle of its listings", async () => {
  const { importSales, database } = await setUp();
  await importSales(SALES);
  const [locality] = await database.locality.findMany({ where: { slug: "98001" } });
  expect(locality).toMatchObject({ name: "98001", postcode: "98001" });
  expect(locality?.latitude).toBeCloseTo((47.3 * 2 + 47.5) / 3, 10);
});

test("the same file again changes nothing: no version, no event, no locality, and the run says so", async () => {
  const { importSales, listings, database, runs } = await setUp();
  await importSales(SALES);
  const before = [
    await listings(),
    await database.listingEvent.findMany(),
    await database.locality.findMany(),
  ];
  expect(await importSales(SALES)).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 3,
    sales: 0,
    localities: 0,
  });
  expect([
    await listings(),
    await database.listingEvent.findMany(),
    await database.locality.findMany(),
  ]).toEqual(before);
  expect((await runs()).map(({ status }) => status)).toEqual(["applied", "unchanged"]);
});

test("a changed row changes its own listing, once; a column that the mapping does not speak of stays as it was set", async () => {
  const { importSales, listings, database } = await setUp();
  await importSales(SALES);
  await database.listing.updateMany({ where: { externalId: "B" }, data: { parking: 2 } });
  const report = await importSales(SALES.replace("450000", "460000"));
  expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 2, sales: 0 });
  const [a, b] = await listings();
  expect([a?.version, b?.version, b?.priceLow, b?.parking]).toEqual([1, 3, 460_000n, 2]);
});

test("an older sale that comes later adds to the history and leaves the listing as it is", async () => {
  const { importSales, listings, history } = await setUp();
  await importSales(SALES);
  const older = "id,sold,price,zip,lat,lng\nA,2010-01-01,100000,98001,47.3,-122.2\n";
  expect(await importSales(older)).toMatchObject({ created: 0, updated: 1, sales: 1 });
  expect((await listings())[0]).toMatchObject({ version: 1, soldPrice: 300_000n });
  expect((await history("A"))[0]).toBe("2010-01-01 sold 100000");
});

test("rows that cannot be used are refused with line, column, value and reason, in the report, the run and a file; the others are imported", async () => {
  const { importSales, runs, rejects, listings } = await setUp();
  const bad = [
    'D,2014-01-01,"12,5",98001,47.3,-122.2',
    "E,2014-01-01,-1,98001,47.3,-122.2",
    "F,2014-01-01,1",
    'G,2014-01-01,"1\n2",98001,47.3,-122.2',
    "C,2014-07-01,520000,98001,47.5,-122.4",
    "H,2014-01-01,5,98003,,",
  ];
  const report = await importSales(`${SALES}${bad.join("\n")}\n`);
  expect(report).toMatchObject({ rowsRead: 11, created: 3, rowsRefused: 6 });
  const number = "must be a number such as 1250000, 2.5 or 1.225e+006";
  const amount = "must be a whole number from 0 to 9,007,199,254,740,991";
  const expected = [
    { line: 7, column: "price", value: "12,5", reason: number },
    { line: 8, column: "price", value: "-1", reason: amount },
    { line: 9, column: null, value: null, reason: "has 3 columns instead of 6" },
    { line: 10, column: "price", value: "1\n2", reason: number },
    { line: 12, column: "id", value: "C", reason: "is sold on the same day as in line 5" },
    {
      line: 13,
      column: "zip",
      value: "98003",
      reason: "is a new locality, and its rows have no coordinates to place it by",
    },
  ];
  expect(report.issues).toEqual(expected.slice(0, 5));
  const [run] = await runs();
  expect(run).toMatchObject({ status: "applied", rowsRead: 11, rowsRefused: 6 });
  expect(
    run?.issues.map(({ line, columnName, value, reason }) => ({ line, column: columnName, value, reason })),
  ).toEqual(expected);
  expect((await readFile(rejects, "utf8")).split("\n").slice(0, 3)).toEqual([
    "line,column,value,reason",
    `7,price,"12,5","${number}"`,
    `8,price,-1,"${amount}"`,
  ]);
  expect((await listings()).map(({ externalId }) => externalId)).toEqual(["A", "B", "C"]);
});

const HEADER = "id,sold,price,zip,lat,lng";
test.each([
  ["empty", "", "is empty"],
  ["nothing but a header", `${HEADER}\n`, "has a header and no rows"],
  ["binary", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]), "is not UTF-8 text"],
  ["in another encoding", Buffer.from(`${SALES}é`, "latin1"), "is not UTF-8 text"],
  ["UTF-16", Buffer.from(`\ufeff${SALES}`, "utf16le"), "is encoded in UTF-16"],
  ["of another header", SALES.replace("price", "amount"), "its header lacks price"],
  ["separated otherwise", SALES.replaceAll(",", ";"), "seem to be separated by semicolons"],
  ["of a header with a column twice", SALES.replace(HEADER, `${HEADER},price`), "has a column twice: price"],
  ["cut off within quotes", `${SALES}D,2014-01-01,"30`, "ends in the middle of a quoted value"],
  ["cut off within a row", `${SALES}D,2014-01-01,30`, "ends in the middle of line 7"],
  ["without one usable row", `${HEADER}\nA,x,y,98001,47,-122\n`, "None of the 1 rows"],
])(
  "a file that is %s is refused whole, and nothing changes but the record of the run",
  async (_kind, content, sentence) => {
    const { importSales, listings, database, runs } = await setUp();
    await importSales(SALES);
    const before = [
      await listings(),
      await database.locality.findMany(),
      await database.listingEvent.findMany(),
    ];
    await expect(importSales(content)).rejects.toThrow(sentence);
    expect([
      await listings(),
      await database.locality.findMany(),
      await database.listingEvent.findMany(),
    ]).toEqual(before);
    const last = (await runs()).at(-1);
    expect(last).toMatchObject(
      content.length === 0
        ? { status: "applied" }
        : { status: "refused", reason: expect.stringContaining(sentence) },
    );
  },
);

test("a file or a mapping that is not there, and a folder, are refused in a sentence", async () => {
  const { run, folder, write } = await setUp();
  await expect(run({ file: `${folder}/none.csv` })).rejects.toThrow("There is no file");
  await expect(run({ file: folder })).rejects.toThrow("is a folder");
  await expect(run({ file: await write(SALES), mapping: "no-such" })).rejects.toThrow(
    "those that are shipped: king-county",
  );
});

test("a byte order mark, Windows line ends and empty lines are no fault of a file", async () => {
  const { importSales } = await setUp();
  const text = `\ufeff${SALES.replaceAll("\n", "\r\n")}\r\n\r\n`;
  expect(await importSales(text)).toMatchObject({ rowsRead: 5, created: 3, rowsRefused: 0 });
});

test("a dry run says what would change and leaves no trace", async () => {
  const { importSales, listings, database } = await setUp();
  const report = await importSales(SALES, { isDryRun: true });
  expect(report).toMatchObject({ created: 3, sales: 5, localities: 2 });
  const counts = [await listings(), await database.locality.findMany(), await database.feedSource.findMany()];
  expect(counts).toEqual([[], [], []]);
});

test("of two imports of one source at once, the second is refused", async () => {
  const { importSales, url } = await setUp();
  const other = await connectClient(url);
  try {
    await other.query("SELECT pg_advisory_lock(72707402, hashtext('sales'))");
    await expect(importSales(SALES)).rejects.toThrow("An import of sales is already running");
  } finally {
    await other.end();
  }
});

test("a run that was killed leaves nothing, and the next one closes its record", async () => {
  const { importSales, database, runs, listings } = await setUp();
  const source = await database.feedSource.create({ data: { slug: "sales", name: "Sales", kind: "csv" } });
  await database.feedRun.create({ data: { sourceId: source.id, fileName: "sales.csv" } });
  await importSales(SALES);
  expect((await runs()).map(({ status }) => status)).toEqual(["failed", "applied"]);
  expect(await listings()).toHaveLength(3);
});

test("a failure on the way takes everything back and is recorded without its inner words", async () => {
  const { url, importSales, database, runs, listings } = await setUp();
  await statement(url, "ALTER TABLE listing ADD CONSTRAINT no_c CHECK (external_id <> 'C')");
  await expect(importSales(SALES)).rejects.toThrow("no_c");
  expect([await listings(), await database.locality.findMany()]).toEqual([[], []]);
  expect(await runs()).toMatchObject([{ status: "failed", reason: "It failed; nothing of it was kept." }]);
});

test("where the refused rows cannot be written, nothing is imported and no locality is left", async () => {
  const { importSales, folder, database, runs } = await setUp();
  const content = `${SALES}D,never,1,98001,47,-122\n`;
  await expect(importSales(content, { rejects: `${folder}/no/such/folder.csv` })).rejects.toThrow(
    "cannot be written",
  );
  expect([await database.locality.count(), await database.listing.count()]).toEqual([0, 0]);
  expect(await runs()).toMatchObject([{ status: "refused", rowsRefused: 1 }]);
});

test("listings on show are created in the localities that are known, by name and postcode", async () => {
  const { importHarbour, addSuburbs, listings, history } = await setUp();
  await addSuburbs();
  expect(await importHarbour()).toMatchObject({ created: 4, rowsRefused: 0, localities: 0 });
  expect(await listings()).toMatchObject([
    {
      externalId: "H1",
      channel: "buy",
      priceLow: 1_250_000n,
      priceDisplay: "$1,250,000",
      street: "1 Invented Street",
    },
    { externalId: "H2", channel: "buy", priceLow: null, priceDisplay: "Contact agent" },
    { externalId: "H3", channel: null, status: "leased", leasedOn: new Date("2026-10-20"), street: null },
    { externalId: "H4", channel: "sold", soldPrice: 980_000n, publishedAt: new Date("2026-02-01") },
  ]);
  expect(await history("H1")).toEqual(["2026-10-01 listed 1250000"]);
  expect(await history("H3")).toEqual(["2026-10-20 leased 650"]);
});

test("a row of a locality that is not known is refused where the mapping does not make localities", async () => {
  const { importHarbour, addSuburbs } = await setUp();
  await addSuburbs();
  const report = await importHarbour((text) => text.replace("Balmain,2041,2", "Balmain,2999,2"));
  expect(report).toMatchObject({ created: 3, rowsRefused: 1 });
  expect(report.issues).toEqual([
    { line: 3, column: "suburb", value: "Balmain", reason: "is no known locality of nsw with this postcode" },
  ]);
});

test("another price and another status become events", async () => {
  const { importHarbour, addSuburbs, history, listings } = await setUp();
  await addSuburbs();
  await importHarbour();
  await importHarbour((text) => text.replace("1,250,000", "1,200,000"));
  await importHarbour((text) =>
    text.replace("1,250,000", "1,200,000").replace("H1,Sale,current", "H1,Sale,offer"),
  );
  const kinds = (await history("H1")).map((event) => event.slice("2026-10-01 ".length));
  expect(kinds).toEqual(["listed 1250000", "price_changed 1200000", "under_offer 1200000"]);
  expect((await listings())[0]).toMatchObject({ version: 3, status: "under_offer", channel: "buy" });
});

// Of processor time: the clock on the wall measures the other work of a shared machine too.
test("King County comes in whole within 30 s of processor time and 300 MB, and the second time nothing changes", async (context) => {
  const file = sharedFile(context, "kc_house_data.csv");
  const { url, database, folder } = await setUp();
  const first = await verandah(url, folder, ["import", file, "--mapping", "king-county"]);
  expect(first.output).toContain("21,613 rows read");
  expect(first.output).toContain("21,436 listings created, 0 updated, 0 as they were");
  expect(first.output).toContain("0 rows refused");
  expect(first.cpuSeconds).toBeLessThan(30);
  expect(first.peakMb).toBeLessThan(300);
  expect(
    await database.listing.count({ where: { channel: "sold", locality: { region: { slug: "us-wa" } } } }),
  ).toBe(21_436);
  expect(await database.listingEvent.count({ where: { kind: "sold" } })).toBe(21_613);
  const second = await verandah(url, folder, ["import", file, "--mapping", "king-county"]);
  expect(second.output).toContain("nothing changed: 21,436 listings as they were");
  expect(await database.listing.count({ where: { version: { gt: 1 } } })).toBe(0);
  await expect(access(`${folder}/kc_house_data.csv.rejects.csv`)).rejects.toThrow("ENOENT");
}, 120_000);

/** Runs the command in another process, in a folder of its own. */
async function verandah(databaseUrl: string, folder: string, words: readonly string[]) {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const measure = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();console.error("peak "+u.maxRSS+" cpu "+(u.userCPUTime+u.systemCPUTime))})`;
  // As bin/launcher/launch.sh starts it.
  const flags = [
    "--max-semi-space-size=4",
    "--import",
    `${root}node_modules/tsx/dist/loader.mjs`,
    "--conditions=react-server",
    "--import",
    measure,
  ];
  const { output, errors } = await new Promise<{ output: string; errors: string }>((resolve, reject) => {
    const env = { ...process.env, DATABASE_URL: databaseUrl, TSX_TSCONFIG_PATH: `${root}tsconfig.json` };
    execFile(
      process.execPath,
      [...flags, `${root}bin/verandah.ts`, ...words],
      { cwd: folder, env },
      (error, output, errors) =>
        error ? reject(new Error(errors, { cause: error })) : resolve({ output, errors }),
    );
  });
  const [, peakKb, cpuUs] = /peak (\d+) cpu (\d+)/.exec(errors) ?? [];
  return { output, peakMb: Number(peakKb) / 1024, cpuSeconds: Number(cpuUs) / 1_000_000 };
}
