import { expect, test } from "@playwright/test";
import { anAgency, query, signIn } from "./console-people";

test.describe.configure({ timeout: 90_000 });

const PAGES = ["", "/history", "/preview"];
const VERBS = ["publication", "offer", "sale", "lease", "withdrawal", "relisting"];

/** A listing of an agency that is on show, or (made a draft for it) not. */
async function listingOf(agency: string): Promise<{ id: number; street: string }> {
  const [listing] = await query<{ id: number; street: string }>(
    `SELECT l.id, l.street FROM listing l JOIN agency a ON a.id = l.agency_id
     WHERE a.slug = $1 AND l.status = 'active' AND l.street IS NOT NULL ORDER BY l.id LIMIT 1`,
    [agency],
  );
  if (listing === undefined) throw new Error(`${agency} has no listing on show.`);
  return listing;
}

test("an agent reaches another agency's listing by no page and no address of the API", async ({
  browser,
  baseURL,
}) => {
  const theirs = await listingOf(await anAgency(1));
  const { context } = await signIn(browser, { name: "Otto Other", agency: await anAgency(0) });
  const { request } = context;
  const headers = { origin: baseURL ?? "", "sec-fetch-site": "same-origin" };
  for (const page of PAGES) {
    const answer = await request.get(`/console/listings/${theirs.id}${page}`);
    expect(answer.status(), page).toBe(403);
    expect(await answer.text(), page).not.toContain(theirs.street);
  }
  const api = `/api/console/listings/${theirs.id}`;
  for (const address of [api, `${api}/draft`, `${api}/history`, `${api}/preview`])
    expect((await request.get(address)).status(), address).toBe(403);
  const edit = { headers, data: { version: 1, changes: { headline: "Mine now" } } };
  expect((await request.patch(api, edit)).status()).toBe(403);
  expect(
    (await request.put(`${api}/draft`, { headers, data: { baseVersion: 1, changes: {} } })).status(),
  ).toBe(403);
  for (const verb of VERBS) {
    const day =
      verb === "sale" ? { soldOn: "2026-01-01" } : verb === "lease" ? { leasedOn: "2026-01-01" } : {};
    const answer = await request.post(`${api}/${verb}`, { headers, data: { version: 1, ...day } });
    expect(answer.status(), verb).toBe(403);
  }
  const table = await (await request.get("/api/console/listings?limit=200")).json();
  expect(table.items.map(({ id }: { id: number }) => id)).not.toContain(theirs.id);
});

test("a listing that nobody may see is to other agencies as if there were none", async ({
  browser,
  baseURL,
}) => {
  const owner = await signIn(browser, { name: "Olga Owner", agency: await anAgency(1) });
  const headers = { origin: baseURL ?? "", "sec-fetch-site": "same-origin" };
  const [place] = await query<{ key: string }>(
    "SELECT r.slug || '/' || p.slug AS key FROM locality p JOIN region r ON r.id = p.region_id LIMIT 1",
  );
  const made = await owner.context.request.post("/api/console/listings", {
    headers,
    data: { offer: "sale", propertyType: "house", headline: "Secret", price: 1, locality: place?.key },
  });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  const { context } = await signIn(browser, { name: "Otto Other", agency: await anAgency(0) });
  for (const page of PAGES)
    expect((await context.request.get(`/console/listings/${id}${page}`)).status(), page).toBe(404);
  expect((await context.request.get(`/api/console/listings/${id}`)).status()).toBe(404);
});
