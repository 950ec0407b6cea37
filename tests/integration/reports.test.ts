import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { POST } from "@/app/api/reports/route";
import { countAttempt, reportAttempt } from "@/lib/accounts/throttle";
import { closeReport } from "@/lib/reports/commands";
import { listOpenReports } from "@/lib/reports/queries";
import { REFERENCE } from "@/lib/reports/report";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

const ADDRESS = "http://localhost:3000/api/reports";
const OWN_PAGE = { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };
const GIVEN = { reason: "fraud", message: "They ask for a deposit by gift card.", email: "" };

async function setUp() {
  const held = await createTestDatabase();
  onTestFinished(held.close);
  const { database } = held;
  const { id: localityId } = await insertLocality(database);
  const listing = await insertListing(database, { localityId, headline: "A terrace" });
  const draft = await insertListing(database, { localityId, status: "draft", publishedAt: null });
  const post = (body: string, type: string, headers: Record<string, string> = OWN_PAGE) =>
    POST(new Request(ADDRESS, { method: "POST", headers: { ...headers, "content-type": type }, body }), {});
  return {
    ...held,
    listing,
    draft,
    /** As the page's script sends it. */
    send: (fields: object, headers?: Record<string, string>) =>
      post(JSON.stringify({ listing: listing.id, ...GIVEN, ...fields }), "application/json", headers),
    /** As a browser sends the form by itself. */
    submit: (fields: Record<string, string>) =>
      post(
        new URLSearchParams({ listing: String(listing.id), ...GIVEN, ...fields }).toString(),
        "application/x-www-form-urlencoded",
      ),
  };
}

test("a report is kept with its listing, and its sender is told the reference", async () => {
  const { send, listing } = await setUp();
  const answer = await send({ email: "a@example.com" });
  const { reference } = (await answer.json()) as { reference: string };
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([201, "no-store"]);
  expect(reference).toMatch(REFERENCE);
  expect(await listOpenReports()).toEqual([
    {
      ...{ reference, reason: "fraud", message: GIVEN.message, email: "a@example.com" },
      listing: { id: listing.id, headline: "A terrace" },
      createdAt: expect.stringMatching(/^20\d\d-/),
    },
  ]);
});

test("a form that a browser sends by itself leads on to a page with the reference, or with the reason why not", async () => {
  const { submit, draft } = await setUp();
  const sent = await submit({});
  const [report] = await listOpenReports();
  expect([sent.status, sent.headers.get("location")]).toEqual([
    303,
    `/report/sent?reference=${report?.reference}`,
  ]);
  const why = async (fields: Record<string, string>) => (await submit(fields)).headers.get("location");
  expect(await why({ message: " " })).toBe("/report/refused?why=fields");
  expect(await why({ listing: String(draft.id) })).toBe("/report/refused?why=listing");
  expect(await listOpenReports()).toHaveLength(1);
});

test("of a listing that nobody outside has seen there is nothing to report, nor of one that there never was", async () => {
  const { send, draft } = await setUp();
  for (const listing of [draft.id, 2_000_000])
    expect((await send({ listing })).status, String(listing)).toBe(404);
  expect(await listOpenReports()).toEqual([]);
});

test("what cannot be taken is refused field by field, and another site's page may report nothing", async () => {
  const { send } = await setUp();
  const refused = await send({ reason: "rude", message: "" });
  const { error } = (await refused.json()) as { error: { issues: { field: string }[] } };
  expect([refused.status, error.issues.map(({ field }) => field)]).toEqual([400, ["reason", "message"]]);
  const elsewhere = await send({}, { origin: "https://evil.example", "sec-fetch-site": "cross-site" });
  expect(elsewhere.status).toBe(403);
  expect(await listOpenReports()).toEqual([]);
});

test("one address that reports much has to wait, longer each time, and nobody waits for it", async () => {
  const { send } = await setUp();
  for (let sent = 0; sent < 6; sent++) expect((await send({})).status).toBe(201);
  const refused = await send({});
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
  const { error } = (await refused.json()) as { error: { message: string } };
  expect(error.message).toBe("That is much for one address to report; try again in 60 seconds.");
  await countAttempt(reportAttempt("203.0.113.9"), new Date());
  expect(await listOpenReports()).toHaveLength(6);
});

test("a closed report is no longer open, and no longer knows who sent it", async () => {
  const { send, database } = await setUp();
  await send({ email: "a@example.com" });
  const [report] = await listOpenReports();
  const reference = report?.reference ?? "";
  await closeReport(reference);
  expect(await listOpenReports()).toEqual([]);
  expect(await database.listingReport.findMany({ select: { email: true } })).toEqual([{ email: null }]);
  await expect(closeReport(reference)).rejects.toMatchObject({ code: "not_found" });
  await expect(closeReport("nonsense")).rejects.toMatchObject({
    message: expect.stringContaining("K7QM2P4X"),
  });
});

test("administrators read open reports on the command line, where no text works their terminal, and close them", async () => {
  const { send, url } = await setUp();
  const reports = async (...args: readonly string[]) => {
    const given = ["--import", "tsx", "--conditions=react-server", "bin/verandah.ts", "reports", ...args];
    const environment = { ...process.env, DATABASE_URL: url };
    return (await promisify(execFile)(process.execPath, given, { env: environment })).stdout;
  };
  await send({ message: "First line.\n\u001b[2JSecond line.", email: "a@example.com" });
  const [report] = await listOpenReports();
  const listed = await reports();
  expect(listed).toContain(`${report?.reference}  20`);
  expect(listed).toContain("> First line.");
  expect(listed).toContain("from a@example.com");
  expect(listed).not.toContain("\u001b");
  await reports("close", report?.reference.toLowerCase() ?? "");
  expect(await reports()).toBe("");
}, 120_000);
